// The way that the map shows, step by step, and as a code for the phone: laid over the map as a sheet. Where there is no way it says why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "screens/way_words.h"

namespace kiosk::screens {

// A line of the list: the name of a stop or a floor, or a step.
struct WayLine {
  enum class Kind : std::uint8_t { stop, floor, step };
  Kind kind = Kind::step;
  Phrase text;
  std::string_view icon;  // of a step; never mirrored
  int number = 0;         // of a step, from 1
  bool arrives = false;
};

struct WayView {
  std::string id;              // "way.silver-workshop" or "way.walk": each is scrolled for itself
  Phrase title;
  Phrase summary;              // empty where no stop is reached
  std::vector<WayLine> lines;  // none where no stop is reached
  std::vector<Phrase> no_way;  // why, for each room that the way leaves out
  Phrase code_line;
  model::QrCode qr;  // of one part of the text; none without lines
  int part = 0;
  int parts = 1;
  Phrase part_label;  // "1 / 2"; empty with one part
  Phrase previous;
  Phrase next;
  Phrase close;
};

WayView make_way_view(const ViewContext& context);

}  // namespace kiosk::screens
