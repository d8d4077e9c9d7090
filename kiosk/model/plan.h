// What a family takes home: the programs and workshops it kept, with papers, deadline, rooms and contacts, in one language; a plan in two
// languages is two plans. A plain value for screens, papers and codes, which put it into words and order. Knows no headings, no formats and no
// visitor: nothing personal is in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/catalogue.h"

namespace kiosk::model {

// Ids in the order they were kept. What the catalogue does not have is left out of the plan.
struct PlanChoice {
  std::vector<std::string> programs;
  std::vector<std::string> workshops;
};

// Where a room is; every phrase may be empty.
struct PlanPlace {
  base::Phrase room;
  base::Phrase where;      // "rez-de-chaussée, à gauche de l'accueil"
  base::Phrase institute;  // short name
  int walk_minutes = 0;    // from this kiosk; 0: no way is known
};

struct PlanProgram {
  std::string id;
  Tone tone = Tone::metal;
  base::Phrase name;
  std::vector<base::Phrase> levels;
  int months_min = 0;  // 0 when not said
  int months_max = 0;
  std::vector<base::Phrase> institutes;  // short names
  PlanPlace place;
};

struct PlanWorkshop {
  std::string id;
  base::Phrase title;
  MinuteOfDay start{};  // as the day really goes
  MinuteOfDay end{};
  PlanPlace place;
  WorkshopState state = WorkshopState::as_planned;
};

struct PlanContact {
  base::Phrase name;
  base::Phrase short_name;
  base::Phrase address;
  std::vector<PhoneLine> phones;  // as Institute has them
  std::string email;
  std::string website;
};

struct Plan {
  Language language = Language::arabic;
  base::Phrase event;
  std::vector<PlanProgram> programs;   // in the order of the choice
  std::vector<base::Phrase> papers;    // what every level of the programs asks, then what only some do, the level's name before it; each once
  base::Phrase registration;           // until when and where; empty: the guidance desk knows
  std::vector<PlanWorkshop> workshops; // by real start
  std::vector<PlanContact> contacts;   // of the institutes that teach the programs; of all when there is no program
  std::string url;                     // may be empty
  base::Phrase demo_line;              // empty when every value is verified

  bool empty() const { return programs.empty() && workshops.empty(); }
  // The workshops that take place, by real start: each has a calendar of its own to take home.
  std::vector<const PlanWorkshop*> held() const;
};

// A plan put into words, for whoever shows it.
// `lead` is a time that stands before the text; `detail` what is said more quietly below it. Both may be empty.
struct PlanLine {
  base::Phrase lead;
  base::Phrase text;
  base::Phrase detail;
};

struct PlanSection {
  std::string_view id;  // "programs", "workshops", "papers", "registration", "contacts"
  base::Phrase heading;
  std::vector<PlanLine> lines;
};

// How a phone takes it home with no network (V8).
enum class TakeHomeKind : std::uint8_t { contact, calendar, text, url };

// A question's list as plain text to take home, its question above it.
std::string checklist_of(const Catalogue& catalogue, const Question& question, Language language);

Plan make_plan(const Catalogue& catalogue, const PlanChoice& choice, Language language);

// Where `room` is; all empty when the catalogue has none of this id.
PlanPlace place_of(const Catalogue& catalogue, std::string_view room, Language language);

}  // namespace kiosk::model
