// A whole visit, by script and by touches: attract → Arabic → a family → a program → heart → French in the same place → "I'm done".
#include <doctest/doctest.h>

#include "journey/kiosk_program.h"

using namespace kiosk::tests;
using kiosk::base::Json;

namespace {

std::int64_t count_of(const Json& list, const std::string& id) {
  for (const Json& one : list) {
    if (one["id"] == id) return one["count"].get<std::int64_t>();
  }
  return 0;
}

void check_counted(const TempFolder& folder) {
  const Json stats = statistics(folder);
  REQUIRE(stats.is_object());
  CHECK(stats["visits"] == 1);
  CHECK(stats["visits_ended_done"] == 1);
  CHECK(stats["hearts"] == 1);
  CHECK(count_of(stats["views_by_screen"], "home") >= 1);
  CHECK(count_of(stats["views_by_screen"], "program_list") == 1);
  CHECK(count_of(stats["views_by_program"], "zellige") == 1);
  CHECK(count_of(stats["hearts_by_program"], "zellige") == 1);
}

}  // namespace

TEST_CASE("a script drives a visit and the database has its visit, its views and its heart") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
expect screen attract
tap nav.language.ar
expect screen home
tap home.programs
expect screen program_list
tap filter.family.clay
expect no program.silver-jewellery
tap program.zellige
expect screen program
expect text الزليج
tap heart.zellige
tap nav.language.fr
expect screen program
expect text Zellige
tap nav.done
expect screen attract
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  check_counted(folder);
}

TEST_CASE("fingers at the rectangles of --tree make the same visit") {
  const TempFolder folder;
  const auto tree_file = folder / "tree.json";
  Process kiosk({kProgram, "run", "--content", kSampleContent, "--data", (folder / "data").string(), "--windowed", "1920x1080", "--now",
                 "2025-09-22 10:15", "--tree", tree_file.string()},
                folder.path(), {{"DISPLAY", display().name()}});
  const auto touch = [&](const std::string& id) {
    CAPTURE(id);
    const Json tree = wait_for_tree(tree_file, [&](const Json& now) { return node(now, id).has_value(); });
    const auto found = node(tree, id);
    REQUIRE(found.has_value());
    const Json& rect = (*found)["rect"];
    display().tap(rect[0].get<int>() + rect[2].get<int>() / 2, rect[1].get<int>() + rect[3].get<int>() / 2);
  };
  const auto expect_screen = [&](const std::string& screen, const std::string& language) {
    const Json tree = wait_for_tree(tree_file, [&](const Json& now) { return now["screen"] == screen && now["language"] == language; });
    CHECK(tree["screen"] == screen);
    CHECK(tree["language"] == language);
    // A screen that is still sliding in is not touched.
    std::this_thread::sleep_for(std::chrono::milliseconds(400));
    return tree;
  };
  expect_screen("attract", "ar");
  touch("nav.language.ar");
  CHECK(expect_screen("home", "ar")["direction"] == "rtl");
  touch("home.family.clay");
  expect_screen("program_list", "ar");
  touch("program.zellige");
  expect_screen("program", "ar");
  touch("heart.zellige");
  wait_for_tree(tree_file, [](const Json& now) { return node(now, "heart.zellige").value_or(Json::object()).value("selected", false); });
  touch("nav.language.fr");
  const Json french = expect_screen("program", "fr");
  CHECK(french["subject"] == "zellige");
  CHECK(french["direction"] == "ltr");
  CHECK(node(french, "heart.zellige")->value("selected", false));
  touch("nav.done");
  expect_screen("attract", "ar");
  kiosk.signal(SIGTERM);
  CHECK(kiosk.wait() == 0);
  check_counted(folder);
}

TEST_CASE("a double tap counts where its first tap was: a card opens and nothing in it, the visit ends and no other begins") {
  const TempFolder folder;
  const auto tree_file = folder / "tree.json";
  Process kiosk({kProgram, "run", "--content", kSampleContent, "--data", (folder / "data").string(), "--windowed", "1920x1080", "--now",
                 "2025-09-22 10:15", "--tree", tree_file.string()},
                folder.path(), {{"DISPLAY", display().name()}});
  const auto tap_twice = [&](const std::string& id) {
    CAPTURE(id);
    const auto found = node(wait_for_tree(tree_file, [&](const Json& now) { return node(now, id).has_value(); }), id);
    REQUIRE(found.has_value());
    // A page that is still sliding in is not touched.
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    const Json& rect = (*found)["rect"];
    ::Display* const connection = display().connection();
    XTestFakeMotionEvent(connection, -1, rect[0].get<int>() + rect[2].get<int>() / 2, rect[1].get<int>() + rect[3].get<int>() / 2, CurrentTime);
    for (const Bool down : {True, False, True, False}) XTestFakeButtonEvent(connection, 1, down, CurrentTime);
    XFlush(connection);
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    return Json::parse(slurp(tree_file))["screen"].get<std::string>();
  };
  CHECK(tap_twice("nav.language.fr") == "home");
  CHECK(tap_twice("home.family.clay") == "program_list");
  CHECK(tap_twice("program.zellige") == "program");
  CHECK(tap_twice("nav.done") == "attract");
  kiosk.signal(SIGTERM);
  CHECK(kiosk.wait() == 0);
  CHECK(statistics(folder)["visits"] == 1);
}

TEST_CASE("a drag that starts on a card scrolls and opens nothing") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap home.programs
expect screen program_list
drag 1200,800 1200,300 200
wait 600
expect screen program_list
tap nav.back
expect screen home
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(statistics(folder)["views_by_program"].empty());
}

TEST_CASE("a still screen draws no frames") {
  const auto frames = [](const std::string& wait) {
    const TempFolder folder;
    // The clock starts at the full minute, so that no minute passes while nothing is touched.
    const Ended ended = play(folder, "tap nav.language.fr\nexpect screen home\nwait 1000\n" + wait, {"--measure"});
    CHECK(ended.status == 0);
    const auto at = ended.errors.find("{\"frames\"");
    REQUIRE(at != std::string::npos);
    return Json::parse(ended.errors.substr(at, ended.errors.find('\n', at) - at))["frames"].get<int>();
  };
  const int shortly = frames("");
  const int long_after = frames("wait 4000\n");
  // Pictures arrive at their own pace, so the number before differs by a few; four seconds of drawing would be hundreds.
  CHECK(std::abs(long_after - shortly) <= 12);
}

TEST_CASE("text size and contrast change in place and are gone with the visitor") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap home.workshops
expect screen workshops
tap nav.comfort
tap comfort.size.largest
tap comfort.contrast
tap comfort.close
expect screen workshops
tap nav.done
expect screen attract
tap nav.language.fr
tap nav.comfort
expect text Normal
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
}

TEST_CASE("in reach mode everything is touched in the lower half of the screen, also what stands at the top of a page") {
  const TempFolder folder;
  const auto tree_file = folder / "tree.json";
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap nav.comfort
tap comfort.reach
tap comfort.close
tap reach.down
tap home.programs
expect screen program_list
tap nav.home
tap reach.down
tap reach.down
tap home.family.textile
expect screen program_list
tap nav.home
tap reach.down
tap home.map
expect screen map
tap reach.down
tap poi.wc
expect text Toilettes
tap reach.up
tap map.close
tap nav.home
tap reach.down
)",
                           {"--tree", tree_file.string()});
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  const Json tree = Json::parse(slurp(tree_file), nullptr, false);
  REQUIRE(tree.is_object());
  int touchable = 0;
  for (const Json& one : tree["nodes"]) {
    const auto rect = one["rect"].get<std::vector<double>>();
    if (one["role"] == "text" || rect[2] <= 0 || rect[3] <= 0) continue;
    CHECK_MESSAGE(rect[1] >= 540, one["id"].get<std::string>());
    ++touchable;
  }
  CHECK(touchable > 8);
}
