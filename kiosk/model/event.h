// Who holds the open day, when, and what law 09-08 has them tell visitors; and the two small types that everything in the catalogue is
// made of. Plain values.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"

namespace kiosk::model {

using base::Language;

// One text in up to four languages; an empty string means "not given".
struct LocalText {
  std::array<std::string, base::kLanguageCount> by_language;

  const std::string& in(Language language) const { return by_language[static_cast<std::size_t>(language)]; }
  std::string& in(Language language) { return by_language[static_cast<std::size_t>(language)]; }
  bool empty() const;
};

// What a value is worth: checked against a source, or a plausible demonstration value that an institute must confirm.
enum class Status : std::uint8_t { verified, demo };

struct Institute {
  std::string id;
  LocalText name;        // "Institut spécialisé des arts traditionnels d'Inezgane"
  LocalText short_name;  // "Inezgane": on chips and cards
  LocalText address;
  std::string phone;     // national notation in pairs, "05 28 00 00 00"; shown left to right in every language
  std::string email;
  std::string website;
  Status status = Status::verified;
};

// What law 09-08, art. 5, has the operator tell a visitor before taking personal data.
struct Notice {
  LocalText controller;
  LocalText purposes;
  LocalText recipients;
  LocalText rights;
  LocalText retention;
  LocalText mandatory;      // which answers are mandatory and what follows from not answering
  LocalText authorisation;  // the reference of the authorisation or declaration
  Status status = Status::verified;

  // Whether every item is given in some language; without, nobody may leave a contact.
  bool complete() const;
  // Names the texts that a visitor was shown: changes whenever one of them does.
  std::string version() const;
};

struct Event {
  LocalText name;       // "Portes ouvertes"
  LocalText slogan;     // "de nouveaux ponts vers le marché du travail et le développement local"
  LocalText organiser;
  LocalText demo_line;  // the quiet line of a screen that shows a demo value
  LocalText registration;  // until when and where files are handed in; may be empty
  std::string url;         // of the institutes' pages, for take-home codes; empty: codes need no network
  std::optional<std::chrono::year_month_day> date;  // nothing: the date is always today
  std::string time_zone = "Africa/Casablanca";
  std::vector<Language> fallback{Language::arabic, Language::french, Language::english, Language::tamazight};
  Language first_language = Language::arabic;  // what attract opens with
  double screen_diagonal_inches = 43;
};

}  // namespace kiosk::model
