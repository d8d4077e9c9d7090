// One program: what it is, how a piece comes to be, how to enter, what follows, what is in its workshop today.
#pragma once

#include <string>
#include <vector>

#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

// An icon, what it is about, and the answer.
struct Fact {
  std::string id;  // "program.fact.length"
  std::string icon;
  Phrase label;
  Phrase value;
};

struct StepCard {
  std::string id;
  Phrase label;
  Phrase text;
};

// A block of a longer text in the language it is given in.
struct TextBlock {
  model::BlockKind kind = model::BlockKind::paragraph;
  Phrase text;
  int number = 0;
};

struct ProgramView {
  std::string id;
  Phrase name;
  Phrase name_amazigh;  // empty when there is no verified one
  Phrase family;
  model::Tone tone = model::Tone::metal;
  std::string picture;
  Phrase summary;
  std::vector<TextBlock> description;
  Phrase steps_title;
  std::vector<StepCard> steps;
  Phrase learn_title;
  std::vector<Phrase> learn;
  Phrase tools_title;
  std::vector<Phrase> tools;
  std::vector<Fact> facts;
  Phrase today_title;
  Phrase today_none;
  std::vector<WorkshopCard> today;
  Phrase heart;
  bool kept = false;
};

// `program` must be one of `context.catalogue`.
ProgramView make_program_view(const ViewContext& context, const model::Program& program);

}  // namespace kiosk::screens
