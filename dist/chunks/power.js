import { t as power } from "./power2.js";

export { power };