/**
 * Styles that mail clients take: inline, without classes or scripts. Text and ground keep the reader's own colours, so
 * that a dark mail client stays dark; what has a ground of its own has a text colour of its own.
 */
const SERIF = "'Times New Roman',Tinos,'Liberation Serif',Times,serif";
const LINE = '1px solid #8c8c8c';

export const styles = {
  page: 'margin:0;padding:0',
  sheet: `max-width:640px;margin:0 auto;padding:20px 16px;font-family:${SERIF};font-size:16px;line-height:1.5`,
  headTable: 'width:100%;border-collapse:collapse;margin:0 0 20px',
  headLeft: 'width:55%;vertical-align:top;text-align:center;padding:0 8px 0 0;font-size:14px',
  headRight:
    'width:45%;vertical-align:top;text-align:center;padding:0 0 0 8px;font-size:14px;font-style:italic',
  issuer: 'font-weight:bold;text-transform:uppercase',
  salutation: 'margin:0 0 16px;text-align:center;font-weight:bold',
  text: 'margin:0 0 12px;white-space:pre-line',
  strong: 'margin:0 0 12px;white-space:pre-line;font-weight:bold',
  heading: 'margin:24px 0 8px;font-size:17px;font-weight:bold',
  quote: 'margin:0 0 12px;padding:0 0 0 14px;border-left:3px solid #8c8c8c;font-style:italic',
  source: 'font-style:normal',
  table: 'width:100%;border-collapse:collapse;margin:0 0 14px;font-size:15px',
  headCell: `border:${LINE};padding:5px 8px;text-align:left;vertical-align:top;font-weight:bold`,
  cell: `border:${LINE};padding:5px 8px;text-align:left;vertical-align:top`,
  cellLine: 'margin:0 0 4px',
  factLabel:
    'padding:3px 12px 3px 0;text-align:left;vertical-align:top;font-weight:bold;width:110px',
  factValue: 'padding:3px 0;vertical-align:top;white-space:pre-line',
  listTitle: 'margin:0 0 4px;font-weight:bold',
  list: 'margin:0 0 14px;padding:0 0 0 26px',
  item: 'margin:0 0 4px;white-space:pre-line',
  linkBox: 'margin:18px 0',
  button:
    'display:inline-block;padding:11px 22px;background-color:#1f4e79;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:4px',
  address: 'margin:8px 0 0;font-size:13px;word-break:break-all',
  bare: 'color:inherit',
  foot: `margin:24px 0 0;padding:10px 0 0;border-top:${LINE};font-size:13px;font-style:italic`,
  footLine: 'margin:0 0 4px',
} as const;
