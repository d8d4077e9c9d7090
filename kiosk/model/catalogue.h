// Everything the operator's files say, as plain values. Built whole by `content`, never changed afterwards, swapped whole between
// frames: pointers and views into a Catalogue live as long as that Catalogue. No I/O, no drawing.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "model/event.h"
#include "model/guidance.h"
#include "model/map.h"
#include "model/markdown.h"
#include "model/motif.h"
#include "model/tour.h"

namespace kiosk::model {

// The tones of look.md; `glass` serves glass and design.
enum class Tone : std::uint8_t { metal, leather, wood, textile, clay, glass };
inline constexpr std::size_t kToneCount = 6;

struct Family {
  std::string id;
  LocalText name;
  LocalText line;  // one sentence, shown on attract and home
  Tone tone = Tone::metal;
  std::filesystem::path scene;  // absolute; SVG, PNG or JPEG
};

struct Level {
  std::string id;         // "specialisation", "qualification", "technician", "specialised_technician", "apprenticeship"
  int rank = 0;           // order on the ladder: 0 apprenticeship, 1 …, 4
  LocalText name;
  LocalText entry;        // "à partir de la 3e année du collège"
  LocalText certificate;
  std::string next;       // id of the level that a passerelle opens, or empty
  int months = 0;         // the shortest training that ends with its certificate; 0: not said
  std::vector<std::string> modes;  // Mode::id of the ways that lead to its certificate; empty: any
  EntryRule rule;         // who may enter without a passerelle
  std::vector<LocalText> papers;  // to bring, one line each
  Status status = Status::verified;
};

struct Mode {
  std::string id;  // "residential", "alternating", "apprenticeship"
  LocalText name;
  LocalText explanation;
};

// Raw material → gesture → piece.
struct Steps {
  LocalText material;
  LocalText gesture;
  LocalText piece;
};

// A trainer's recording (V22), beside the program's file: programs/zellige/voice.shi.ogg.
struct Voice {
  std::string language;  // BCP 47: "shi" Tachelhit, "ary" Darija, "ar", "fr" …
  std::filesystem::path file;  // absolute; Ogg Vorbis
};

struct Program {
  std::string id;      // its file's name without ".toml"
  std::string family;  // Family::id
  LocalText name;      // `zgh` only when verified
  LocalText summary;   // one sentence
  std::vector<std::string> aliases;  // other spellings in any script: search finds it by them
  LocalBlocks description;
  std::vector<LocalText> learn;  // what you learn, one line each
  std::vector<LocalText> tools;
  Steps steps;
  std::vector<std::string> levels;      // Level::id, lowest first
  std::vector<std::string> modes;       // Mode::id
  std::vector<std::string> institutes;  // Institute::id
  int months_min = 0;  // length of training; 0 when not said
  int months_max = 0;
  std::string room;    // Room::id of its workshop, may be empty
  Motif motif;         // its emblem
  std::vector<std::filesystem::path> photos;  // absolute; the first takes the emblem's place on cards
  std::vector<Voice> voices;
  Status status = Status::verified;
};

struct Room {
  std::string id;
  std::string institute;
  int floor = 0;
  LocalText name;
  LocalText where;  // "rez-de-chaussée, à gauche de l'accueil"
  bool step_free = false;  // claimed by the operator: one gets there without a step; `kiosk check` holds it against the map
  Status status = Status::verified;
};

enum class WorkshopState : std::uint8_t { as_planned, full, cancelled };

struct WorkshopSession {
  std::string id;
  std::string program;  // Program::id, may be empty when `title` is given
  LocalText title;      // when empty the program's name stands for it
  std::string room;     // Room::id, where it takes place now
  std::string moved_from;  // Room::id of the room first announced, or empty
  MinuteOfDay start{};  // as printed
  MinuteOfDay end{};
  std::chrono::minutes delay{};
  int capacity = 0;     // 0: no seats are counted
  int seats_here = 0;   // this kiosk's allotment
  WorkshopState state = WorkshopState::as_planned;
  Status status = Status::verified;
};

struct Speaker {
  LocalText role;
  LocalText name;  // optional
};

// The parts of an open day (V12); each brings other things to the front of home.
enum class DayMode : std::uint8_t { ceremony, tour, free_visit, closing };

struct AgendaItem {
  std::string id;
  LocalText title;
  LocalText hall;
  std::string room;  // Room::id of the hall, where the map can lead; may be empty
  MinuteOfDay start{};  // as printed
  MinuteOfDay end{};
  std::chrono::minutes delay{};
  DayMode mode = DayMode::free_visit;  // of the kiosk from this item on until the next begins
  std::vector<Speaker> speakers;
  Status status = Status::verified;
};

// With which the day closes.
struct Recommendation {
  LocalText text;
  Status status = Status::verified;
};

// `desk` is never the operator's: it is what stands on screen when there is no content that passed.
enum class SlideKind : std::uint8_t { welcome, family, next_workshop, figure, institutes, desk };

struct Slide {
  SlideKind kind = SlideKind::welcome;
  std::string family;  // Family::id when `kind` is family
  std::string figure;  // Figure::id when `kind` is figure
  Language language = Language::arabic;  // the slide's main language: the first touch opens home in it
  std::chrono::seconds duration{8};
};

struct Catalogue {
  Event event;
  Notice notice;
  InterestRules interest;
  std::vector<Institute> institutes;
  std::vector<Family> families;
  std::vector<Level> levels;  // by rank
  std::vector<Mode> modes;
  std::vector<Program> programs;  // in the operator's order
  std::vector<Room> rooms;
  std::vector<WorkshopSession> workshops;  // by start, then id
  std::vector<AgendaItem> agenda;          // by start
  std::vector<Recommendation> recommendations;
  std::vector<Slide> slides;
  std::vector<SchoolYear> school_years;  // from the lowest
  std::vector<Question> questions;
  std::vector<Figure> figures;
  std::vector<AfterPart> after;
  std::vector<Story> stories;
  std::vector<Tour> tours;  // in the operator's order
  OwnTourRules own_tour;
  Map map;  // empty: there is none

  // Linear look-ups are fine at this size; nullptr when there is none.
  const Institute* institute(std::string_view id) const;
  const Family* family(std::string_view id) const;
  const Level* level(std::string_view id) const;
  const Mode* mode(std::string_view id) const;
  const Program* program(std::string_view id) const;
  const Room* room(std::string_view id) const;
  const WorkshopSession* workshop(std::string_view id) const;
  const AgeBand* age_band(std::string_view id) const;
  const Question* question(std::string_view id) const;
  const Figure* figure(std::string_view id) const;
  const Tour* tour(std::string_view id) const;
  // Its place on the ladder of schooling, from 0; -1 when there is none.
  int school_rank(std::string_view id) const;

  // The text in `wanted`, else in the operator's fallback order; an empty phrase when it is given in none.
  base::Phrase pick(const LocalText& text, Language wanted) const;
  // The same for blocks: the language that is shown; Arabic when there are none.
  Language pick_language(const LocalBlocks& blocks, Language wanted) const;
};

}  // namespace kiosk::model
