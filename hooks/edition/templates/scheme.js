/** In the single file: light or dark as the device is, before anything is painted. */
{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    document.documentElement.dataset.mdColorScheme = dark.matches ? "slate" : "default";
  };
  follow();
  dark.addEventListener("change", follow);
}
