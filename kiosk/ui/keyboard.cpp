#include "ui/keyboard.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/key_layouts.h"
#include "ui/widgets.h"

namespace kiosk::ui {
namespace {

using Kind = KeyStroke::Kind;

constexpr std::array<std::string_view, kKeyLayerCount> kLayerIds{"arabic", "french", "tifinagh", "digits", "email", "receipt"};
constexpr std::array<std::string_view, kKeyLayerCount> kLayerKeyIds{"key.layer.arabic", "key.layer.french", "key.layer.tifinagh",
                                                                    "key.layer.digits", "key.layer.email",  "key.layer.receipt"};
constexpr std::array<std::string_view, kKeyLayerCount> kLayerWords{"أبت", "ABC", "ⴰⴱⴳ", "123", "@", ""};
constexpr std::array kLayers{KeyLayer::arabic, KeyLayer::french, KeyLayer::tifinagh, KeyLayer::digits, KeyLayer::email};  // one leads to the others

constexpr float kColumns = 12;
constexpr base::Milliseconds kFirstRepeat{90};  // after the long press
constexpr base::Milliseconds kRepeat{60};

Language language_of(KeyLayer layer) {
  return layer == KeyLayer::arabic ? Language::arabic : layer == KeyLayer::tifinagh ? Language::tamazight : Language::french;
}

// Everything one frame of the keyboard shares.
struct Board {
  Frame& frame;
  KeyboardMemory& memory;
  KeyLayer layer;
  bool shifted;
  float gap;
  float row_height;
  std::vector<KeyStroke> strokes;
  Rect opened{};  // of the letter whose variants are open

  // `at` is in window pixels: a keyboard is never mirrored.
  Touch key(std::string_view id, Rect at, std::string_view label, const std::string_view icon, bool primary, bool selected, bool holds) {
    const Theme& theme = frame.theme();
    const Rect rect = frame.unmirrored(at);
    const Touch touch = frame.touchable(id, rect, Role::key, label, true, selected, holds ? kLongPress : base::Milliseconds(0));
    const auto scope = frame.press_begin(rect, touch.pressed);
    const bool filled = primary || selected;
    const Color ground = filled ? theme.accent : theme.surface;
    const float radius = std::min(frame.metrics().px(14), rect.height / 2);
    frame.fill(rect, touch.pressed ? mix(ground, theme.high_contrast ? theme.accent : theme.ink, 0.25) : ground, radius);
    frame.outline(rect, theme.outline.alpha != 0 ? theme.outline : theme.hairline, std::max(1.0F, frame.metrics().px(2)), radius);
    const Color ink = filled ? theme.on_accent : theme.ink;
    if (!icon.empty()) {
      const float side = std::round(std::min(rect.height, frame.metrics().px(64)) * 0.62F);
      frame.icon(icon, {rect.x, rect.y + (rect.height - side) / 2, rect.width, side}, ink);
    } else {
      TextStyle style = body_style(frame);
      // Keys grow with their place, not with the text size: they are large already.
      style.size_px = std::round(std::min(rect.height * 0.42F, frame.metrics().px(40)));
      style.color = ink;
      style.align = text::Align::centre;
      style.vertically_centred = true;
      style.max_lines = 1;
      const Phrase word{std::string(label), language_of(layer)};
      // An ending is longer than its key is wide; all of them stand in the size of the longest.
      const bool ending = label.size() > 1 && label.front() == '@';
      const float room = rect.width - 2 * frame.metrics().px(ending ? 4 : 8);
      const float width = frame.measure(ending ? Phrase{std::string(longest_ending()), language_of(layer)} : word, style).width;
      if (width > room) style.size_px = std::floor(style.size_px * room / width);
      frame.text({}, rect, word, style);
    }
    frame.press_end(scope);
    return touch;
  }

  void type(std::string_view text) {
    strokes.push_back({Kind::text, std::string(text)});
    memory.shift.reset();
    memory.variants_of.clear();
  }

  void letter(std::string_view text, Rect at) {
    const bool has_variants = !variants_of(text).empty();
    const Touch touch = key(frame.join({"key.", text}), at, text, {}, false, memory.variants_of == text, has_variants);
    if (touch.tapped) type(text);
    if (touch.long_pressed) memory.variants_of = std::string(text);
    if (memory.variants_of == text) opened = at;
  }

  // How an address may end, in the place of `room` columns at the end of a row.
  void endings(std::string_view keys, Rect at, float key_width, std::size_t room) {
    const std::size_t columns = room / std::max<std::size_t>(1, count_keys(keys));
    const float width = static_cast<float>(columns) * (key_width + gap) - gap;
    for (float x = at.x; !keys.empty(); x += width + gap) {
      const std::string_view ending = take_key(keys);
      if (key(frame.join({"key.", ending}), {x, at.y, width, at.height}, ending, {}, false, false, false).tapped) strokes.push_back({Kind::ending, std::string(ending)});
    }
  }

  void row(std::string_view keys, Rect at, float key_width) {
    const auto count = static_cast<float>(count_keys(keys));
    float x = at.x + std::round((at.width - (count * (key_width + gap) - gap)) / 2);
    while (!keys.empty()) {
      letter(take_key(keys), {x, at.y, key_width, at.height});
      x += key_width + gap;
    }
  }

  void backspace(Rect at) {
    const Touch touch = key("key.backspace", at, "⌫", "backspace", false, false, true);
    const SteadyTime now = frame.now();
    if (touch.tapped || touch.long_pressed) strokes.push_back({Kind::backspace, {}});
    if (touch.long_pressed) memory.repeat_at = now + kFirstRepeat;
    if (!touch.pressed) memory.repeat_at.reset();
    if (!memory.repeat_at) return;
    while (*memory.repeat_at <= now) {
      strokes.push_back({Kind::backspace, {}});
      *memory.repeat_at += kRepeat;
    }
    frame.want_frame_at(*memory.repeat_at);
  }

  void layer_key(KeyLayer wanted, Rect at) {
    const auto index = static_cast<std::size_t>(wanted);
    if (key(kLayerKeyIds[index], at, kLayerWords[index], {}, false, false, false).tapped) {
      memory.layer = wanted;
      memory.shift.reset();
      memory.variants_of.clear();
    }
  }

  void done_key(Rect at, const Phrase& word) {
    if (key("key.done", at, word.text, "check", true, false, false).tapped) strokes.push_back({Kind::done, {}});
  }

  // The variants as a bubble above their letter, under the finger that still holds it.
  void bubble(Rect area) {
    if (memory.variants_of.empty() || opened.empty()) return;
    std::string_view offered = variants_of(memory.variants_of);
    const auto count = static_cast<float>(count_keys(offered));
    const float width = std::max(opened.width, frame.metrics().touch);
    const float total = count * (width + gap) - gap;
    float x = std::clamp(opened.centre().x - total / 2, area.x, std::max(area.x, area.right() - total));
    const float y = opened.y - gap - opened.height;
    const float rim = gap;
    frame.fill(frame.unmirrored({x - rim, y - rim, total + 2 * rim, opened.height + rim + gap}), frame.theme().saffron, frame.metrics().px(18));
    while (!offered.empty()) {
      const std::string_view one = take_key(offered);
      if (key(frame.join({"key.", one}), {x, y, width, opened.height}, one, {}, false, false, false).tapped) type(one);
      x += width + gap;
    }
  }
};

float key_gap(const Metrics& m) { return std::ceil(std::max(3 * m.mm, 8 * m.scale)); }

float least_key_height(const Metrics& m) {
  constexpr float kKey = 20;
  return std::max(m.touch, std::ceil(kKey * m.mm));
}

// A telephone's pad in the middle, the ways to other layers at the left, backspace and done at the right.
void draw_digits(Board& board, Rect area, const Phrase& done) {
  const float gap = board.gap;
  const float column = (area.width + gap) / 5 - gap;
  const auto at = [&](int x, int y) { return Rect{area.x + static_cast<float>(x) * (column + gap), area.y + static_cast<float>(y) * (board.row_height + gap), column, board.row_height}; };
  const auto rows = letter_rows(KeyLayer::digits, false);
  for (int y = 0; y < 3; ++y) {
    std::string_view keys = rows[static_cast<std::size_t>(y) + 1];
    for (int x = 1; x <= 3; ++x) board.letter(take_key(keys), at(x, y));
  }
  board.letter("+", at(1, 3));
  board.letter("0", at(2, 3));
  if (board.key("key.space", at(3, 3), " ", {}, false, false, false).tapped) board.type(" ");
  const auto high = [&](int x, int y) {
    Rect rect = at(x, y);
    rect.height = 2 * board.row_height + gap;
    return rect;
  };
  board.backspace(high(4, 0));
  board.done_key(high(4, 2), done);
  int y = 0;
  for (const KeyLayer one : {KeyLayer::arabic, KeyLayer::french, KeyLayer::tifinagh, KeyLayer::email}) board.layer_key(one, at(0, y++));
}

// Nothing but the characters that a receipt has, in eight columns; backspace and done beside them.
void draw_receipt(Board& board, Rect area, const Phrase& done) {
  constexpr float kColumnsOfAll = 10;
  const float gap = board.gap;
  const float column = std::floor((area.width + gap) / kColumnsOfAll - gap);
  const float step = board.row_height + gap;
  const auto rows = letter_rows(KeyLayer::receipt, true);
  for (std::size_t y = 0; y < rows.size(); ++y) {
    std::string_view keys = rows[y];
    for (float x = area.x; !keys.empty(); x += column + gap) board.letter(take_key(keys), {x, area.y + static_cast<float>(y) * step, column, board.row_height});
  }
  const float x = area.x + (kColumnsOfAll - 2) * (column + gap);
  const Rect high{x, area.y, area.right() - x, 2 * board.row_height + gap};
  board.backspace(high);
  board.done_key({high.x, area.y + 2 * step, high.width, high.height}, done);
}

void draw_letters(Board& board, Rect area, const Phrase& done) {
  const float gap = board.gap;
  const float key_width = std::floor((area.width + gap) / kColumns - gap);
  float y = area.y;
  const auto rows = letter_rows(board.layer, board.shifted);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].empty()) continue;
    Rect row{area.x, y, area.width, board.row_height};
    if (board.layer == KeyLayer::french && i + 1 == rows.size()) {
      // Shift takes two columns at the row's beginning.
      const float width = 2 * key_width + gap;
      if (board.key("key.shift", {row.x, y, width, row.height}, "⇧", board.shifted ? "shift-on" : "shift", false, board.shifted, false).tapped) {
        board.memory.shift = !board.shifted;
      }
      row.x += width + gap;
      row.width -= width + gap;
    }
    if (board.layer == KeyLayer::email) {
      constexpr std::size_t kForEndings = 2;
      const float width = static_cast<float>(kForEndings) * (key_width + gap) - gap;
      row.width = kColumns * (key_width + gap) - gap;
      board.endings(kEndings[i], {row.right() - width, row.y, width, row.height}, key_width, kForEndings);
      row.width -= width + gap;
    }
    board.row(rows[i], row, key_width);
    y += board.row_height + gap;
  }
  const auto wide = [&](float columns) { return columns * (key_width + gap) - gap; };
  float x = area.x + std::round((area.width - wide(kColumns)) / 2);
  const auto take = [&](float columns) {
    const Rect rect{x, y, wide(columns), board.row_height};
    x += rect.width + gap;
    return rect;
  };
  for (const KeyLayer one : {KeyLayer::digits, KeyLayer::arabic, KeyLayer::french, KeyLayer::tifinagh, KeyLayer::email}) {
    if (one != board.layer) board.layer_key(one, take(1.25F));
  }
  const std::string_view mark = mark_of(board.layer);
  if (board.key("key.space", take(mark.empty() ? 3 : 2), " ", {}, false, false, false).tapped) board.type(" ");
  if (!mark.empty()) board.letter(mark, take(1));
  board.backspace(take(2));
  board.done_key(take(2), done);
}

}  // namespace

std::string_view name(KeyLayer layer) { return kLayerIds[static_cast<std::size_t>(layer)]; }

// The same for every layer: the page above must not jump when the layer changes. E-mail has five rows, the others four higher ones.
float keyboard_height(const Frame& frame, float) {
  const Metrics& m = frame.metrics();
  return 5 * least_key_height(m) + 4 * key_gap(m);
}

std::vector<KeyStroke> keyboard(Frame& frame, Rect area, const KeyboardLook& look, KeyboardMemory& memory) {
  const KeyLayer layer = memory.layer.value_or(look.layer);
  const float rows = layer == KeyLayer::email ? 5 : 4;
  const float gap = key_gap(frame.metrics());
  Board board{frame, memory, layer, memory.shift.value_or(look.capital), gap, std::floor((area.height + gap) / rows - gap), {}};
  const Rect window_area = frame.unmirrored(area);
  if (layer == KeyLayer::digits) {
    draw_digits(board, window_area, look.done);
  } else if (layer == KeyLayer::receipt) {
    draw_receipt(board, window_area, look.done);
  } else {
    draw_letters(board, window_area, look.done);
  }
  board.bubble(window_area);
  return std::move(board.strokes);
}

std::vector<KeyTouch> touches_for(std::string_view letter, KeyLayer layer, bool shifted) {
  if (letter == " ") return {{"key.space"}};
  const auto find = [&](KeyLayer in, bool shift) -> std::vector<KeyTouch> {
    const auto rows = letter_rows(in, shift);
    const auto has = [&](std::string_view key) {
      return std::any_of(rows.begin(), rows.end(), [&](std::string_view row) { return has_key(row, key); }) ||
             (in == KeyLayer::digits && (key == "+" || key == "0")) || (!key.empty() && key == mark_of(in));
    };
    if (has(letter)) return {{"key." + std::string(letter)}};
    for (const Variants& one : kVariants) {
      if (has_key(one.offered, letter) && has(one.letter)) return {{"key." + std::string(one.letter), true}, {"key." + std::string(letter)}};
    }
    return {};
  };
  if (auto here = find(layer, shifted); !here.empty()) return here;
  if (auto there = find(layer, !shifted); layer == KeyLayer::french && !there.empty()) {
    there.insert(there.begin(), {"key.shift"});
    return there;
  }
  if (layer == KeyLayer::receipt) return {};
  for (const KeyLayer other : kLayers) {
    if (other == layer) continue;
    for (const bool shift : {false, true}) {
      auto there = find(other, shift);
      // Whether the layer opens with capitals is not known before it is there: only the key to it is said.
      if (!there.empty()) return {{std::string(kLayerKeyIds[static_cast<std::size_t>(other)])}};
    }
  }
  return {};
}

std::optional<ShownLayer> shown_layer(const Frame& frame) {
  const auto shows = [&](std::string_view id) {
    return std::any_of(frame.nodes().begin(), frame.nodes().end(), [&](const Node& node) { return node.id == id; });
  };
  if (!shows("key.backspace")) return std::nullopt;
  // The layer on screen is the one that no key leads to; from receipts' none leads to any.
  for (const KeyLayer layer : kLayers) {
    if (shows(kLayerKeyIds[static_cast<std::size_t>(layer)])) continue;
    if (layer == kLayers.front() && !shows(kLayerKeyIds[static_cast<std::size_t>(kLayers.back())])) break;
    return ShownLayer{layer, shows("key.A")};
  }
  return ShownLayer{KeyLayer::receipt, true};
}

}  // namespace kiosk::ui
