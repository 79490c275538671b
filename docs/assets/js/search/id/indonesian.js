/** Words and patterns to parse queries in Indonesian, the edition's own language. */

import { numbered } from "../numerals.js";

/** @type {Language} */
export const INDONESIAN = {
  code: "id",
  // Question words, function words and filler words: the search ignores these.
  stopWords: "apa siapa kapan mengapa kenapa knp bagaimana gimana berapa brp mana dimana kemana yang yg di ke dari dan atau untuk "
    + "utk buat dengan dgn pada dlm dalam oleh itu ini tersebut adalah ialah merupakan yaitu para saja aja sih dong deh ya kok "
    + "nya si sang telah sudah sdh akan sedang masih juga pula maka agar supaya tentang mengenai soal terkait sebagai seperti "
    + "menurut jika kalau bila bagi serta lalu namun tetapi karena krn sebab sehingga bahwa ada bisa dapat harus perlu sebaiknya "
    + "seharusnya mesti boleh tolong mohon cari jelaskan sebutkan berikan coba tahu ingin mau saya aku kami kita kamu anda mereka "
    + "dia sebenarnya akhirnya ternyata sampai hingga bab tahun thn th tanggal tgl maksud dimaksud arti sebuah suatu "
    + "seorang beberapa semua seluruh setiap tiap hal secara begitu sekali kali nomor no dilakukan dianggap dibilang dinilai dikatakan "
    + "gerangan bikin gitu gini kayak cara duluan jadi jd pas",
  particle: /(?:kah|lah|pun|nya)$/,
  variants: { gak: "tidak", nggak: "tidak", ga: "tidak", tdk: "tidak", tak: "tidak", bukan: "tidak", bareng: "bersama" },
  asks: {
    why: /\b(?:mengapa|kenapa|knp|sebab(?:nya)?|penyebab(?:nya)?|alasan(?:nya)?|apa yang (?:membuat|menyebabkan))\b/,
    who: /\bsiapa(?:kah)?\b|\bpihak mana\b/,
    when: /\b(?:kapan(?:kah)?|berapa lama|(?:tahun|tanggal|bulan) (?:berapa|brp))\b/,
    should: /\b(?:harus|sebaiknya|seharusnya|hendaknya|yang (?:\S+ )?(?:perlu|mesti|disarankan))\b/,
    meaning: /\b(?:apa itu|apa arti|artinya|apa (?:yang )?(?:di)?maksud|definisi|pengertian)\b/,
    how: /\b(?:bagaimana|gimana) (?:cara|upaya|jakarta|pemerintah)\b/,
  },
  paragraph: /^(?:paragra[fp]|para?|alinea|ayat|p)$/,
  chapter: /^(?:bab|subbab|bagian|sub)$/,
  kinds: {
    obstacles: /^(?:kendala|hambatan|masalah|rintangan)$/, efforts: /^(?:upaya|usaha|langkah)$/,
    recommendations: /^(?:saran|rekomendasi|anjuran)$/, timeline: /^peristiwa$/,
  },
  filler: /^(?:ke|no|nomor|nomer|yang|dari|pada|di)$/,
  until: "-|–|—|/|s\\.?/?d\\.?|sd|sampai(?: dengan)?|hingga",
  bounds: { between: "antara", and: "dan", after: "sesudah|setelah|pasca", before: "sebelum", since: "sejak|mulai|dari" },
  numerals: { ...numbered("nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"), seribu: 1000 },
  scales: { belas: [1, 10], puluh: [10, 0], ratus: [100, 0], ribu: [1000, 0] },
  ordinal: (word) => (word === "pertama" ? "satu" : /^ke(?=.{3})/.test(word) ? word.slice(2) : word),
};
