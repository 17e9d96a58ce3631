// Writes an .xlsx of typed cells in the page.
export { default as writeWorkbook } from "write-excel-file/browser";
