// What visitors type leads to the craft they mean, in four languages and three scripts; what means nothing leads nowhere.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "content/content.h"
#include "session/program_search.h"

using namespace kiosk;

namespace {

struct Query {
  base::Language shown = base::Language::arabic;
  std::string typed;
  std::vector<std::string> expected;  // none: nothing may be found
};

std::vector<Query> queries() {
  std::vector<Query> all;
  std::ifstream file(std::string(KIOSK_SOURCE_DIR) + "/tests/unit/session/search_queries.tsv");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream parts(line);
    std::string language;
    std::string expected;
    Query query;
    std::getline(parts, language, '\t');
    std::getline(parts, query.typed, '\t');
    std::getline(parts, expected);
    query.shown = language == "ar" ? base::Language::arabic : language == "fr" ? base::Language::french : base::Language::english;
    std::istringstream ids(expected);
    for (std::string id; ids >> id;) {
      if (id != "-") query.expected.push_back(id);
    }
    all.push_back(std::move(query));
  }
  return all;
}

bool is_meant(const model::Program& program, const std::string& expected) {
  const std::size_t colon = expected.find(':');
  if (colon == std::string::npos) return program.id == expected;
  const std::string kind = expected.substr(0, colon);
  const std::string id = expected.substr(colon + 1);
  const auto holds = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), id) != list.end(); };
  if (kind == "family") return program.family == id;
  return holds(kind == "level" ? program.levels : kind == "mode" ? program.modes : program.institutes);
}

}  // namespace

TEST_CASE("of more than 300 sensible queries at least 97 in a hundred find the craft that is meant first, and nonsense finds nothing") {
  const content::LoadResult loaded = content::load(std::string(KIOSK_SOURCE_DIR) + "/config", content::asset_folder());
  REQUIRE(loaded.content.has_value());
  std::size_t sensible = 0;
  std::size_t right = 0;
  std::size_t nonsense = 0;
  for (const Query& query : queries()) {
    const auto found = session::search_programs(loaded.content->catalogue, query.typed, query.shown);
    if (query.expected.empty()) {
      ++nonsense;
      CHECK_MESSAGE(found.empty(), query.typed, " means nothing and finds ", found.empty() ? "" : found.front().program->id + " in " + found.front().found_in);
      continue;
    }
    ++sensible;
    const bool is_right = !found.empty() && std::any_of(query.expected.begin(), query.expected.end(), [&](const std::string& id) { return is_meant(*found.front().program, id); });
    right += is_right ? 1 : 0;
    if (!is_right) MESSAGE(query.typed, " (", query.expected.front(), ") finds ", found.empty() ? "nothing" : found.front().program->id + " in " + found.front().found_in);
  }
  CHECK(sensible >= 300);
  CHECK(nonsense >= 30);
  CHECK(static_cast<double>(right) >= 0.97 * static_cast<double>(sensible));
  MESSAGE(right, " of ", sensible, " are right");
}

TEST_CASE("what finds nothing is offered the craft that looks like it, and nonsense none") {
  const content::LoadResult loaded = content::load(std::string(KIOSK_SOURCE_DIR) + "/config", content::asset_folder());
  REQUIRE(loaded.content.has_value());
  const model::Catalogue& catalogue = loaded.content->catalogue;
  const auto first = [&](std::string_view typed, base::Language shown) -> std::string {
    const auto nearest = session::nearest_programs(catalogue, typed, shown);
    CHECK(nearest.size() <= 4);
    return nearest.empty() ? "" : nearest.front()->id;
  };
  CHECK(session::search_programs(catalogue, "cermik", base::Language::french).empty());
  CHECK(first("cermik", base::Language::french) == "pottery");
  CHECK(first("zuliges", base::Language::french) == "zellige");
  CHECK(first("brudrie", base::Language::french) == "embroidery");
  CHECK(first("xqwv", base::Language::french) == "");
  CHECK(first("ظظظظ", base::Language::arabic) == "");
}
