/** The pages of src/page, as scripts/pages.ts builds them into what imports them. */
declare module "virtual:page-*" {
  export const template: import("./page.ts").PageTemplate;
}
