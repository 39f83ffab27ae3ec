/** Family names, and syllables of given names that are rare on purpose: nobody real is meant. */
const family = [...'林苏沈陆顾叶秦温唐宋江石程韩白方夏许何田杜尹卓颜傅易骆闻路简柏乔']
const first = [...'砚屿筠芷霁洵珩翊晏岫澍菀葭昀祎旻泠瑄黎槿湛斐珞奕']
const second = [...'舟禾川遥宁青歌行言川棠屏野渡']

/** The name of the so-and-so-manieth person; different for the first three hundred. */
export const nameOf = (index: number): string =>
  family[index % family.length]! +
  first[(index * 5) % first.length]! +
  second[(index * 3 + Math.floor(index / 24)) % second.length]!
