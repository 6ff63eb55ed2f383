// What has a person typed or chosen that was not sent yet, and what do the elements hold?

export class Fields {
  #filled = new Map();

  // `state` is what the server knows, in Slack's words; what was filled in here since comes first.
  held(place, state, block, element) {
    const here = this.#filled.get(place)?.[block.block_id]?.[element.action_id];
    if (here !== undefined) return here;
    const known = state?.[block.block_id]?.[element.action_id] ?? {};
    return known.value ?? known.selected_option?.value ?? known.selected_options?.map(({ value }) => value)
      ?? known.selected_date ?? known.selected_time ?? null;
  }

  fill(place, block, element, choice) {
    const filled = this.#filled.get(place) ?? {};
    filled[block.block_id] = { ...filled[block.block_id], [element.action_id]: choice };
    this.#filled.set(place, filled);
  }

  // What was filled in in these blocks, by block id and action id; what stood in blocks that are gone is not sent.
  filled(place, blocks) {
    const known = new Set(blocks.map((block) => block.block_id));
    return Object.fromEntries(Object.entries(this.#filled.get(place) ?? {}).filter(([block]) => known.has(block)));
  }

  forget(place) {
    this.#filled.delete(place);
  }
}
