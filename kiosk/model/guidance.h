// What helps a family decide: school years and rules of entry (V4), questions with sourced answers (V17), what comes after the diploma (V18),
// figures as charts (V11). Plain values; every number carries its source and date.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/event.h"

namespace kiosk::model {

// One rung of schooling, as families say it; the order of the catalogue is the order of the ladder.
struct SchoolYear {
  std::string id;  // "middle-3"
  LocalText name;  // "3e année du collège"
};

// Who may enter a level. Empty or zero: no such condition.
struct EntryRule {
  std::string school_year;  // SchoolYear::id that must be finished
  int age_min = 0;
  int age_max = 0;
};

// A date as exact as its source has it.
struct SourceDate {
  int year = 0;  // 0: not given
  unsigned month = 0;
  unsigned day = 0;
  bool operator==(const SourceDate&) const = default;
};

struct Source {
  std::string name;  // "orientationfp.men.gov.ma", a gazette, a newspaper; never translated
  SourceDate date;
};

struct Question {
  std::string id;
  LocalText question;
  LocalText answer;
  std::vector<LocalText> list;  // papers and the like, one line each
  Source source;
  bool ask_desk = false;  // no sourced answer: the guidance desk knows
  Status status = Status::verified;
};

enum class FigureKind : std::uint8_t { number, bars, line, dots };
// Where it is shown; each figure once.
enum class FigurePlace : std::uint8_t { figures, after };

struct FigurePoint {
  LocalText label;  // "2022", "résidentiel"
  double value = 0;
};

struct Figure {
  std::string id;
  LocalText title;
  LocalText unit;       // "%", "stagiaires"; may be empty
  LocalText note;       // what the number is and is not
  FigureKind kind = FigureKind::number;
  FigurePlace place = FigurePlace::figures;
  std::vector<FigurePoint> points;
  bool at_least = false;  // "more than 300"
  Source source;
  Status status = Status::verified;
};

// A part of "after the diploma": the register, a status, a label.
struct AfterPart {
  std::string id;
  std::string icon;
  LocalText title;
  LocalText text;
  Source source;
  Status status = Status::verified;
};

// A graduate's path.
struct Story {
  std::string id;
  std::string family;  // Family::id
  LocalText who;
  LocalText text;
  Status status = Status::demo;
};

}  // namespace kiosk::model
