// Renders icon.svg to icon.png at twice the size that the Marketplace requires. Part of ./dev screenshots.
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";

const SIZE = 256;
const file = (name) => new URL(name, import.meta.url);
const svg = (await readFile(file("icon.svg"), "utf8")).replace('width="128" height="128"', `width="${SIZE}" height="${SIZE}"`);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(`<body style="margin: 0">${svg}</body>`);
await page.screenshot({ path: file("icon.png").pathname, omitBackground: true });
await browser.close();
