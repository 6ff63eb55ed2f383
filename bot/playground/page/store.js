// What does the page know of the workspace, and how does it hear of changes?

export class Store extends EventTarget {
  #source = null;
  #as = "";
  state = null;
  screen = { modals: [], home: null, statuses: {}, prompts: {} };
  #before = this.screen;
  exchanges = [];
  planned = {};
  messages = new Map();

  // Opens the stream as that person (or as the one at the keyboard); the browser reopens it when it breaks.
  open(as = "") {
    this.#as = as;
    this.#source?.close();
    this.#source = new EventSource(`events${this.#query()}`);
    this.#source.addEventListener("state", ({ data }) => this.#reset(JSON.parse(data)));
    this.#source.addEventListener("change", ({ data }) => this.#apply(JSON.parse(data)));
    this.#source.addEventListener("screen", ({ data }) => this.#showScreen(JSON.parse(data)));
    this.#source.addEventListener("exchange", ({ data }) => { this.exchanges.push(JSON.parse(data)); this.#tell("exchange"); });
    this.#source.addEventListener("faults", ({ data }) => { this.planned = JSON.parse(data); this.#tell("faults"); });
    this.#source.addEventListener("open", () => this.#tell("online"));
    this.#source.addEventListener("error", () => this.#tell("offline"));
  }

  // What a person does. Returns {ok, error, why}.
  async act(what, body) {
    const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    try {
      return await (await fetch(`do/${what}${this.#query()}`, request)).json();
    } catch {
      return { ok: false, error: "offline", why: "the playground is not running any more" };
    }
  }

  channel(id) {
    return this.state.channels.find((channel) => channel.id === id);
  }

  // The person's own line to the app.
  line() {
    return this.state.channels.find((channel) => channel.with === this.state.bot);
  }

  channelName(channel) {
    return channel.with ? this.user(channel.with).name : channel.name;
  }

  user(id) {
    return this.state.users[id] ?? { name: id, handle: id, is_bot: false };
  }

  names = {
    user: (id) => this.state.users[id]?.name,
    channel: (id) => this.channel(id)?.name,
    you: () => this.state.you,
  };

  // Messages of a channel outside of threads, oldest first.
  inChannel(id) {
    return this.#sorted((message) => message.channel === id && !message.thread_ts);
  }

  replies(channel, ts) {
    return this.#sorted((message) => message.channel === channel && message.thread_ts === ts);
  }

  message(channel, ts) {
    return this.messages.get(`${channel}/${ts}`);
  }

  // The message, as soon as it is there: what is sent is answered before the stream tells of it, or after.
  arrived(channel, ts) {
    const found = this.message(channel, ts);
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => {
      const look = () => {
        const message = this.message(channel, ts);
        if (!message) return;
        this.removeEventListener("change", look);
        resolve(message);
      };
      this.addEventListener("change", look);
    });
  }

  #sorted(wanted) {
    return [...this.messages.values()].filter(wanted).sort((one, other) => (one.ts < other.ts ? -1 : 1));
  }

  #reset(state) {
    this.state = state;
    this.screen = state.screen;
    this.exchanges = [];
    this.messages = new Map(state.messages.map((message) => [`${message.channel}/${message.ts}`, message]));
    this.#tell("state");
  }

  #showScreen(screen) {
    this.#before = this.screen;
    this.screen = screen;
    this.#tell("screen");
  }

  // Whether what the app is doing in the thread of a message differs from what it did before.
  hasStatusChanged({ channel, ts }) {
    const of = (screen) => JSON.stringify(screen.statuses[channel]?.[ts] ?? null);
    return of(this.#before) !== of(this.screen);
  }

  #apply({ kind, message }) {
    const key = `${message.channel}/${message.ts}`;
    if (kind === "deleted") this.messages.delete(key);
    else this.messages.set(key, message);
    this.#tell("change", { kind, message });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #query() {
    return this.#as ? `?as=${encodeURIComponent(this.#as)}` : "";
  }
}
