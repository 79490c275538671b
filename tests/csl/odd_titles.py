"""Titles that citations must preserve: with quotation marks, final punctuation, markup characters, other scripts."""

ODD_TITLES = (
    "Pasar lama", "Mengapa?", "Sudah!", "Apa lagi …", "Selesai.", "Lain-lain, dsb.", "Mengapa “begitu”?", "Kata “itu”",
    "“Pasar” dan ‘kota’", "“Seluruhnya dikutip”", "Kata “itu?”", "Kata “itu.”", "Kata \"lurus\" saja", '"Lurus"',
    "('Lurus' tunggal)", "Jum’at pagi", "Hari Jum'at", "‘Dalam “dalam” kutip’", "R&D", "Toko A&amp;B", "a < b > c",
    "<i>miring</i>", "<b>tebal</b> & <i>miring</i>", "<script>alert(1)</script>", "Judul *bintang*", "Judul _garis_",
    "Judul `kode`", "\\textbf{x}", "{lengkap}", "Kurung { terbuka", "tertutup } saja", "50 % penuh", "$5", "nomor #1",
    "kira~kira", "a^b", "a\\b", "x/y", "Satu: dua: tiga", "Satu; dua", "Satu – dua — tiga", "Rentang 1–2", "Kota 🏙 tua",
    "👩‍👩‍👧 keluarga", "Hà Nội và Thăng Long", "河内", "هانوي", "VI.1 ¶4: Mengapa", "[Tanpa judul]", "(dalam kurung)",
    "2026", "¿Qué?",
)  # fmt: skip
