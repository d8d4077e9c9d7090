// Who holds the open day, when, and what law 09-08 has them tell visitors; and the small types that everything in the catalogue is
// made of. Plain values.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  bool operator==(const LocalText&) const = default;
};

using MinuteOfDay = std::chrono::minutes;  // since local midnight

// What a value is worth: checked against a source, or a plausible demonstration value that an institute must confirm.
enum class Status : std::uint8_t { verified, demo };

struct PhoneLine {
  std::string written;  // as the operator writes it: "05 28 00 00 00"; shown left to right in every language
  std::string dialled;  // E.164: "+212528000000"
};

struct Institute {
  std::string id;
  LocalText name;        // "Institut spécialisé des arts traditionnels d'Inezgane"
  LocalText short_name;  // "Inezgane": on chips and cards
  LocalText address;
  std::vector<PhoneLine> phones;
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
  std::string version;      // the operator's name for it, "2025-09"; stored with every consent
  int keep_days = 365;      // how long a lead is kept before it is purged; `retention` says it in words
  Status status = Status::verified;

  // In the order in which they are shown.
  std::array<const LocalText*, 7> items() const { return {&controller, &purposes, &recipients, &mandatory, &rights, &retention, &authorisation}; }
  // The keys of the items that no language has; while there is one, nobody may leave a contact.
  std::vector<std::string_view> missing() const;
  bool complete() const { return missing().empty(); }
  // Changes whenever a text does: a consent is to the notice that was read.
  std::string fingerprint() const;
};

// A range of ages as parents say it: "12 to 14", "18 and older".
struct AgeBand {
  std::string id;
  int from = 0;
  int to = 0;  // 0: no end
};

// The operator's rules for who may leave what (V9).
struct InterestRules {
  int adult_age = 18;  // below it the guardian's contact and consent come first
  std::vector<AgeBand> age_bands;  // what is asked of a child; empty: not asked
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
  std::string country = "MA";  // ISO 3166; telephone numbers without a country are its own
  std::vector<Language> fallback{Language::arabic, Language::french, Language::english, Language::tamazight};
  Language first_language = Language::arabic;  // what attract opens with
  double screen_diagonal_inches = 43;
};

}  // namespace kiosk::model
