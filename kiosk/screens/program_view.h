// One program: what it is, how a piece comes to be, how to enter, what follows, what is in its workshop today.
#pragma once

#include <optional>
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

// A block of a longer text in the language it is given in.
struct TextBlock {
  model::BlockKind kind = model::BlockKind::paragraph;
  Phrase text;
  int number = 0;
};

// Drawn: the raw material, the hands at work, the piece.
struct StepCard {
  std::string id;
  Phrase label;
  Phrase text;
  std::string picture;
};

// What may be done from here: the map, comparing, another language, a step up the ladder.
struct ProgramAction {
  std::string id;  // "program.compare"
  Phrase label;
  std::string icon;
  bool selected = false;
  std::vector<session::Intent> intents;
};

// The story once more in another language, beside the first.
struct SecondLanguage {
  Language language = Language::arabic;
  Phrase name;
  Phrase summary;
  std::vector<TextBlock> description;
  std::vector<Phrase> learn;
};

// A recording of the program (V22).
struct VoiceControl {
  std::string id;        // "listen.shi"
  std::string language;  // as in model::Voice
  Phrase label;
  bool playing = false;
};

struct ProgramView {
  std::string id;
  Phrase name;
  Phrase name_amazigh;  // empty when there is no verified one
  Phrase family;
  model::Tone tone = model::Tone::metal;
  std::string picture;
  std::vector<std::string> photos;  // the operator's, when there are several: swiped through in the picture's place
  Phrase previous_photo;
  Phrase next_photo;
  Phrase summary;
  std::vector<TextBlock> description;
  Phrase steps_title;
  std::vector<StepCard> steps;
  Phrase learn_title;
  std::vector<Phrase> learn;
  Phrase tools_title;
  std::vector<Phrase> tools;
  std::vector<Fact> facts;
  std::vector<ProgramAction> actions;
  std::optional<SecondLanguage> second;
  Phrase today_title;
  Phrase today_none;
  std::vector<WorkshopCard> today;
  Phrase heart;
  bool kept = false;
  std::vector<VoiceControl> voices;
};

// `program` must be one of `context.catalogue`.
ProgramView make_program_view(const ViewContext& context, const model::Program& program);

}  // namespace kiosk::screens
