// Which sign stands for :this_name:?  The common ones; an unknown name stays as it was written.

const SIGNS = {
  smile: "😄", smiley: "😃", grinning: "😀", slightly_smiling_face: "🙂", wink: "😉", joy: "😂", thinking_face: "🤔",
  neutral_face: "😐", cry: "😢", sob: "😭", heart_eyes: "😍", sunglasses: "😎", open_mouth: "😮", tada: "🎉",
  wave: "👋", thumbsup: "👍", "+1": "👍", thumbsdown: "👎", "-1": "👎", clap: "👏", pray: "🙏", raised_hands: "🙌",
  ok_hand: "👌", point_right: "👉", point_left: "👈", point_up: "☝️", point_down: "👇", muscle: "💪", eyes: "👀",
  heart: "❤️", fire: "🔥", sparkles: "✨", star: "⭐", rocket: "🚀", zap: "⚡", boom: "💥", "100": "💯",
  white_check_mark: "✅", heavy_check_mark: "✔️", ballot_box_with_check: "☑️", x: "❌", warning: "⚠️",
  no_entry: "⛔", no_entry_sign: "🚫", question: "❓", grey_question: "❔", exclamation: "❗", bangbang: "‼️",
  information_source: "ℹ️", bulb: "💡", mag: "🔍", mag_right: "🔎", lock: "🔒", unlock: "🔓", key: "🔑",
  link: "🔗", paperclip: "📎", pushpin: "📌", round_pushpin: "📍", bookmark: "🔖", bookmark_tabs: "📑",
  newspaper: "📰", rolled_up_newspaper: "🗞️", page_facing_up: "📄", page_with_curl: "📃", scroll: "📜",
  memo: "📝", pencil: "📝", pencil2: "✏️", books: "📚", book: "📖", clipboard: "📋", file_folder: "📁",
  calendar: "📆", date: "📅", spiral_calendar_pad: "🗓️", clock1: "🕐", hourglass: "⌛", hourglass_flowing_sand: "⏳",
  alarm_clock: "⏰", stopwatch: "⏱️", bar_chart: "📊", chart_with_upwards_trend: "📈",
  chart_with_downwards_trend: "📉", moneybag: "💰", dollar: "💵", scales: "⚖️", handshake: "🤝", briefcase: "💼",
  office: "🏢", bank: "🏦", bust_in_silhouette: "👤", busts_in_silhouette: "👥", speech_balloon: "💬",
  thought_balloon: "💭", mega: "📣", loudspeaker: "📢", bell: "🔔", no_bell: "🔕", mailbox: "📫", email: "📧",
  inbox_tray: "📥", outbox_tray: "📤", package: "📦", hammer_and_wrench: "🛠️", wrench: "🔧", gear: "⚙️",
  construction: "🚧", rotating_light: "🚨", triangular_flag_on_post: "🚩", checkered_flag: "🏁",
  arrow_right: "➡️", arrow_left: "⬅️", arrow_up: "⬆️", arrow_down: "⬇️", arrow_forward: "▶️", arrow_backward: "◀️",
  repeat: "🔁", arrows_counterclockwise: "🔄", left_right_arrow: "↔️", heavy_plus_sign: "➕",
  heavy_minus_sign: "➖", red_circle: "🔴", large_orange_circle: "🟠", large_yellow_circle: "🟡",
  large_green_circle: "🟢", large_blue_circle: "🔵", large_purple_circle: "🟣", white_circle: "⚪", black_circle: "⚫",
  small_blue_diamond: "🔹", small_orange_diamond: "🔸", black_small_square: "▪️", white_small_square: "▫️",
  one: "1️⃣", two: "2️⃣", three: "3️⃣", four: "4️⃣", five: "5️⃣", robot_face: "🤖", brain: "🧠", globe_with_meridians: "🌐",
  earth_americas: "🌎", house: "🏠", crystal_ball: "🔮", dart: "🎯", balance_scale: "⚖️", seedling: "🌱",
};

export function emoji(name) {
  return SIGNS[name] ?? null;
}
