// Drawn parts that several screens share. They change nothing but the UI memory they are given.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

#include "model/qr_code.h"
#include "screens/draw.h"
#include "screens/form_view.h"
#include "ui/widgets.h"

namespace kiosk::screens {

// A style of ui/widgets.h in bold, or in another colour.
inline ui::TextStyle bold(ui::TextStyle style) {
  style.weight = text::Weight::bold;
  return style;
}
inline ui::TextStyle coloured(ui::TextStyle style, ui::Color color) {
  style.color = color;
  return style;
}
// The number of a stop on its disc, which fills the square `rect`.
void draw_number_disc(ui::Frame& frame, ui::Rect rect, std::size_t number);

// Sections of a staff page in one column or two, and how the last thing asked for ended; both return the height.
float draw_staff_sections(ui::Frame& frame, ui::Rect area, const std::vector<StaffSection>& sections, Intents& intents);
float draw_staff_outcome(ui::Frame& frame, ui::Rect area, const StaffOutcome& outcome);

// The zellige band along the top; returns the page below it between the margins.
ui::Rect draw_page_top(ui::Frame& frame, ui::Rect area);
// Title, line and progress of a form from `area`'s top; returns the height.
float draw_form_heading(ui::Frame& frame, ui::Rect area, const FormView& form);
float form_heading_height(ui::Frame& frame, ui::Rect area, const FormView& form);
// Back at the start and next at the end of a row along the bottom of `area`; returns its height with the space above. No back where its
// word is empty.
float form_actions_height(ui::Frame& frame, const FormView& form);
struct FormAction {
  bool back = false;
  bool next = false;
};
FormAction draw_form_actions(ui::Frame& frame, ui::Rect area, const FormView& form, std::string_view next_id);
// Equal buttons in as many columns as their longest label allows; fills the height up to `bottom`, within reason. A choice has an `id`, a
// `label` and maybe whether it is `chosen`. `most_height` at 1080; `text_px` as in ButtonLook. Returns the height.
template <class Choice, class Chosen>
float draw_choices(ui::Frame& frame, ui::Rect area, float bottom, const std::vector<Choice>& choices, int most_columns, float most_height, float text_px, Chosen chosen) {
  const ui::Metrics& m = frame.metrics();
  const float gap = m.px(24);
  ui::ButtonLook look;
  look.text_px = text_px;
  ui::Size largest{0, m.touch};
  for (const Choice& choice : choices) {
    const ui::Size size = ui::button_size(frame, choice.label, look);
    largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
  }
  int columns = most_columns;
  while (columns > 1 && (area.width + gap) / static_cast<float>(columns) - gap < largest.width) --columns;
  const auto rows = static_cast<float>((choices.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns));
  const float room = (bottom - area.y + gap) / rows - gap;
  const ui::Grid grid{area, columns, gap, std::floor(std::clamp(room, largest.height, std::max(largest.height, m.px(most_height))))};
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if constexpr (requires { choices[i].chosen; }) look.selected = choices[i].chosen;
    if (ui::button(frame, choices[i].id, grid.cell(i), choices[i].label, look)) chosen(choices[i]);
  }
  return grid.height(choices.size());
}
// Cards of choices that need a sentence, beside each other where there is room; returns the height.
float draw_choice_cards(ui::Frame& frame, ui::Rect area, const std::vector<ChoiceCard>& cards, Intents& intents);
// A box to tick with its sentence, which may need several lines; true when it was touched.
float tick_height(ui::Frame& frame, const Phrase& text, float width);
bool draw_tick(ui::Frame& frame, ui::Rect rect, std::string_view id, const Phrase& text, bool ticked);
// For pages that show something else between the fields and the keyboard: the fields along the top with the way back beside them, then what is
// left below; the keyboard, then what is left between the two.
ui::Rect draw_form_top(ui::Frame& frame, ui::Rect area, const FormView& form, UiMemory& memory, Intents& intents);
ui::Rect draw_form_keyboard(ui::Frame& frame, ui::Rect area, ui::Rect page, const FormView& form, UiMemory& memory, Intents& intents);
// A whole page of fields above the keyboard: typing, moving, back and next become intents.
void draw_form_page(ui::Frame& frame, ui::Rect area, const FormView& form, UiMemory& memory, Intents& intents);
// The blocks of a longer text below each other; returns the height with a space below the last.
float draw_blocks(ui::Frame& frame, ui::Rect area, std::string_view id, const std::vector<TextBlock>& blocks);
// A button for each recording of the program, with the level bar beside the one that is heard; returns the height with the space above, 0
// when there is none.
float draw_voices(ui::Frame& frame, ui::Rect area, float y, const std::vector<VoiceControl>& voices, float level, Intents& intents);
// Of a text too long for one code: back, which part is shown, on. Draws nothing where there is one part; returns the height with the space below.
struct CodeParts {
  std::string_view id;  // "take_home": the widgets are "take_home.previous" and "take_home.next"
  int part = 0;
  int parts = 1;
  const Phrase& label;  // "1 / 2"
  const Phrase& previous;
  const Phrase& next;
};
float code_parts_height(ui::Frame& frame, const CodeParts& parts);
float draw_code_parts(ui::Frame& frame, ui::Rect area, const CodeParts& parts, Intents& intents);
// A QR code with its quiet zone, dark on white in every theme, never mirrored, whole pixels a module; centred in `rect`.
void draw_qr_code(ui::Frame& frame, ui::Rect rect, const model::QrCode& code);

}  // namespace kiosk::screens
