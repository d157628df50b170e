// A workbook made by hand, so that a story needs no library and no file of anybody's: cells are inline strings, parts are
// stored without compression.
const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function zip(parts) {
  const bodies = [],
    index = [];
  let at = 0;
  for (const [name, text] of parts) {
    const path = Buffer.from(name),
      body = Buffer.from(text);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(crc(body), 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt32LE(body.length, 22);
    head.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 16, 14, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(head, path, body);
    index.push(entry, path);
    at += head.length + path.length + body.length;
  }
  const list = Buffer.concat(index),
    end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const OFFICE = 'http://schemas.openxmlformats.org';
const xml = (body) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`;

function sheetPart(rows) {
  const line = (cells, r) =>
    `<row r="${r + 1}">${cells.map((cell, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`).join('')}</row>`;
  return xml(
    `<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>${rows.map(line).join('')}</sheetData></worksheet>`,
  );
}

/** The bytes of an .xlsx file with the given sheets: `{ 'Cán bộ': [['Họ và tên'], ['…']] }`. */
export function workbook(sheets) {
  const names = Object.keys(sheets);
  const relation = (kind, target, id) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const type = (name, what) =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${what}+xml"/>`;
  return zip([
    [
      '[Content_Types].xml',
      xml(
        `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('/xl/workbook.xml', 'sheet.main')}${names.map((_, i) => type(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`,
      ),
    ],
    [
      '_rels/.rels',
      xml(
        `<Relationships xmlns="${OFFICE}/package/2006/relationships">${relation('officeDocument', 'xl/workbook.xml', 'r1')}</Relationships>`,
      ),
    ],
    [
      'xl/workbook.xml',
      xml(
        `<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships"><sheets>${names.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`,
      ),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      xml(
        `<Relationships xmlns="${OFFICE}/package/2006/relationships">${names.map((_, i) => relation('worksheet', `worksheets/sheet${i + 1}.xml`, `s${i + 1}`)).join('')}</Relationships>`,
      ),
    ],
    ...names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetPart(sheets[name])]),
  ]);
}
