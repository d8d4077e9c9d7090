// Drawn parts that several screens share. They change nothing but the UI memory they are given.
#pragma once

#include <string_view>

#include "model/qr_code.h"
#include "screens/draw.h"
#include "screens/form_view.h"

namespace kiosk::screens {

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
// A whole page of fields above the keyboard: typing, moving, back and next become intents.
void draw_form_page(ui::Frame& frame, ui::Rect area, const FormView& form, UiMemory& memory, Intents& intents);
// The blocks of a longer text below each other; returns the height with a space below the last.
float draw_blocks(ui::Frame& frame, ui::Rect area, std::string_view id, const std::vector<TextBlock>& blocks);
// A QR code with its quiet zone, dark on white in every theme, never mirrored, whole pixels a module; centred in `rect`.
void draw_qr_code(ui::Frame& frame, ui::Rect rect, const model::QrCode& code);

}  // namespace kiosk::screens
