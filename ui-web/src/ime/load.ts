import dictionaryAddress from "@generated/pinyin.txt?url";
import strokesAddress from "@generated/strokes.txt?url";
import { parseDictionary, type Dictionary } from "./dictionary";
import { parseStrokes, type StrokeTable } from "./strokes";

/** Both come from this machine, and only when somebody writes. */
export async function loadDictionary(): Promise<Dictionary> {
  return parseDictionary(await read(dictionaryAddress));
}

export async function loadStrokes(): Promise<StrokeTable> {
  return parseStrokes(await read(strokesAddress));
}

async function read(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} is missing`);
  return response.text();
}
