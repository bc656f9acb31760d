import { t as openFolderHistory } from "./folder-history2.js";

export { openFolderHistory };