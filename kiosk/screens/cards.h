// The two cards that several screens share: a program, a workshop.
#pragma once

#include <string>
#include <vector>

#include "model/timetable.h"
#include "screens/context.h"
#include "ui/widgets.h"

namespace kiosk::screens {

struct ProgramCard {
  std::string id;
  Phrase name;
  Phrase summary;
  Phrase facts;      // "Qualification · 2 years"
  Phrase institute;  // where it is taught
  Phrase heart;      // "Keep" or "Kept"
  std::string voice;  // language of the recording that a touch plays on its page; empty without one
  Phrase listen;
  std::string picture;
  model::Tone tone = model::Tone::metal;
  bool kept = false;
};

enum class BadgeKind : std::uint8_t { now, neutral, good, warn, bad };

struct Badge {
  Phrase text;
  BadgeKind kind = BadgeKind::neutral;
};

struct WorkshopCard {
  std::string id;
  std::string program;  // opened by a tap; may be empty
  Phrase title;
  Phrase time;
  Phrase room;
  std::vector<Badge> badges;
  Phrase heart;
  std::string picture;
  model::Tone tone = model::Tone::metal;
  bool kept = false;
};

ProgramCard make_program_card(const ViewContext& context, const model::Program& program);
WorkshopCard make_workshop_card(const ViewContext& context, const model::WorkshopSession& session);
// What a program looks like: its first photo, else its emblem.
std::string picture_of(const model::Program& program);
model::Tone tone_of(const model::Catalogue& catalogue, const model::Program& program);

// Heights at a column width; all cards of one grid are as high as the highest.
float program_card_height(ui::Frame& frame, const ProgramCard& card, float width);
float workshop_card_height(ui::Frame& frame, const WorkshopCard& card, float width);
void draw_program_card(ui::Frame& frame, ui::Rect rect, const ProgramCard& card, std::vector<session::Intent>& intents);
void draw_workshop_card(ui::Frame& frame, ui::Rect rect, const WorkshopCard& card, std::vector<session::Intent>& intents);

// Rows of pills that wrap; draws them when `draws`, with nodes "<id>0", "<id>1" …, and always says how high they are.
float draw_badges(ui::Frame& frame, ui::Rect area, std::string_view id, const std::vector<Badge>& badges, bool draws);

// Columns for cards of at least `least_width` (at text size ×1) that fit into `width`.
int columns_for(const ui::Frame& frame, float width, float least_width);

std::string_view family_icon(model::Tone tone);
ui::Color family_color(const ui::Frame& frame, model::Tone tone);
ui::Color family_soft(const ui::Frame& frame, model::Tone tone);

}  // namespace kiosk::screens
