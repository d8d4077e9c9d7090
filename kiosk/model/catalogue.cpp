#include "model/catalogue.h"

#include <algorithm>

#include "base/format.h"

namespace kiosk::model {
namespace {

template <class T>
const T* find(const std::vector<T>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

bool LocalText::empty() const {
  return std::all_of(by_language.begin(), by_language.end(), [](const std::string& text) { return text.empty(); });
}

std::vector<std::string_view> Notice::missing() const {
  constexpr std::array<std::string_view, 7> kKeys{"controller", "purposes", "recipients", "mandatory", "rights", "retention", "authorisation"};
  const auto all = items();
  std::vector<std::string_view> keys;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i]->empty()) keys.push_back(kKeys[i]);
  }
  return keys;
}

// FNV-1a: it tells two notices apart, it guards nothing.
std::string Notice::fingerprint() const {
  std::uint64_t hash = 0xcbf29ce484222325U;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3U; };
  for (const LocalText* item : items()) {
    for (const std::string& text : item->by_language) {
      for (const char c : text) add(static_cast<unsigned char>(c));
      add(0);
    }
  }
  return fmt::format("{:016x}", hash);
}

const Institute* Catalogue::institute(std::string_view id) const { return find(institutes, id); }
const Family* Catalogue::family(std::string_view id) const { return find(families, id); }
const Level* Catalogue::level(std::string_view id) const { return find(levels, id); }
const Mode* Catalogue::mode(std::string_view id) const { return find(modes, id); }
const Program* Catalogue::program(std::string_view id) const { return find(programs, id); }
const Room* Catalogue::room(std::string_view id) const { return find(rooms, id); }
const WorkshopSession* Catalogue::workshop(std::string_view id) const { return find(workshops, id); }

const AgeBand* Catalogue::age_band(std::string_view id) const { return find(interest.age_bands, id); }
const Question* Catalogue::question(std::string_view id) const { return find(questions, id); }
const Figure* Catalogue::figure(std::string_view id) const { return find(figures, id); }
const Tour* Catalogue::tour(std::string_view id) const { return find(tours, id); }

int Catalogue::school_rank(std::string_view id) const {
  const SchoolYear* year = find(school_years, id);
  return year == nullptr ? -1 : static_cast<int>(year - school_years.data());
}

Language Catalogue::pick_language(const LocalBlocks& blocks, Language wanted) const {
  if (!blocks.in(wanted).empty()) return wanted;
  for (Language language : event.fallback) {
    if (!blocks.in(language).empty()) return language;
  }
  return Language::arabic;
}

base::Phrase Catalogue::pick(const LocalText& text, Language wanted) const {
  if (!text.in(wanted).empty()) return {text.in(wanted), wanted};
  for (Language language : event.fallback) {
    if (!text.in(language).empty()) return {text.in(language), language};
  }
  return {{}, wanted};
}

}  // namespace kiosk::model
