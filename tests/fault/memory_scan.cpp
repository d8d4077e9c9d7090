// Nothing of a visitor stays: forms are typed with made-up names, numbers and addresses in a real window, as on a hardware keyboard and on the
// screen's, half are handed in, with a question or a child's name told after saving, and half abandoned; a counsellor opens a family behind
// the PIN and writes an answer; then attract is waited for, and everything that the kiosk and its decode worker have in
// memory and every file it wrote except the database is searched for them, and for the receipts, in UTF-8, UTF-16 and UTF-32. First the
// same search must find a canary while it stands in the form: a search that finds nothing proves nothing.
//
//   memory_scan [--forms N] [--idle 1] [--seed S]      --idle: one more form is left to the idle countdown (2 minutes)
#include <X11/keysym.h>

#include <cstdio>
#include <memory>
#include <random>
#include <set>

#include "base/json.h"
#include "store/database.h"
#include "support/display.h"
#include "support/memory.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;

namespace {

struct Canary {
  std::string name;
  std::string phone;  // national, as typed
  std::string email;
  std::string told;  // after saving: a question, a child's first name
};

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::exit(2);
}

// The kiosk in its window, touched and typed into from outside.
class Robot {
 public:
  Robot(VirtualDisplay& display, const TempFolder& folder) : display_(display), tree_file_(folder / "tree.json") {
    for (const char* one : {"data", "home", "cache", "config", "share", "run", "tmp", "cwd"}) std::filesystem::create_directories(folder / one);
    const auto place = [&](const char* name) { return (folder / name).string(); };
    const std::string command = "cd " + place("cwd") + " && echo 280764 | " KIOSK_PROGRAM " pin set --data " + place("data") + " >/dev/null && exec " KIOSK_PROGRAM " run --content " KIOSK_SOURCE_DIR "/config --data " + place("data") +
                                " --windowed 1280x720 --lang fr --tree " + tree_file_.string();
    kiosk_ = std::make_unique<Process>(std::vector<std::string>{"sh", "-c", command}, folder.path(),
                                       std::vector<std::pair<std::string, std::string>>{{"DISPLAY", display.name()}, {"HOME", place("home")}, {"XDG_CACHE_HOME", place("cache")},
                                                                                       {"XDG_CONFIG_HOME", place("config")}, {"XDG_DATA_HOME", place("share")},
                                                                                       {"XDG_RUNTIME_DIR", place("run")}, {"TMPDIR", place("tmp")}});
  }

  pid_t pid() const { return kiosk_->pid(); }
  Process& process() { return *kiosk_; }

  base::Json wait_for(const std::function<bool(const base::Json&)>& wanted, const std::string& what, std::chrono::milliseconds patience = 20s) {
    const auto end = std::chrono::steady_clock::now() + patience;
    base::Json tree;
    std::string text;
    while (std::chrono::steady_clock::now() < end) {
      if (std::string now = slurp(tree_file_); now != text) {
        text = std::move(now);
        tree = base::Json::parse(text, nullptr, false);
      }
      if (tree.is_object() && wanted(tree)) return tree;
      std::this_thread::sleep_for(10ms);
    }
    give_up("the kiosk did not show " + what + ", but " + (tree.is_object() ? tree.value("screen", "nothing") : "nothing") + ": " + kiosk_->errors());
  }

  void expect_screen(const std::string& screen, std::chrono::milliseconds patience = 20s) {
    wait_for([&](const base::Json& tree) { return tree["screen"] == screen; }, screen, patience);
  }

  void tap(const std::string& id) {
    const base::Json rect = place_of(id);
    display_.tap(rect[0].get<int>() + rect[2].get<int>() / 2, rect[1].get<int>() + rect[3].get<int>() / 2);
    std::this_thread::sleep_for(20ms);
  }

  void hold(const std::string& id, std::chrono::milliseconds time) {
    const base::Json rect = place_of(id);
    display_.move(rect[0].get<int>() + rect[2].get<int>() / 2, rect[1].get<int>() + rect[3].get<int>() / 2);
    display_.button(true);
    std::this_thread::sleep_for(time);
    display_.button(false);
  }

  // Waits until the thing stands still: a screen that comes in moves.
  base::Json place_of(const std::string& id) {
    base::Json last;
    auto since = std::chrono::steady_clock::now();
    const auto stands = [&](const base::Json& tree) {
      for (const base::Json& node : tree["nodes"]) {
        if (node["id"] != id || node["role"] == "text") continue;
        if (node["rect"] != last) since = std::chrono::steady_clock::now();
        last = node["rect"];
        return std::chrono::steady_clock::now() - since > 70ms;
      }
      return false;
    };
    wait_for(stands, id);
    return last;
  }

  // On a hardware keyboard; letters, digits, and what an address needs.
  void type(const std::string& text) {
    for (const char letter : text) {
      const KeySym symbol = letter == ' ' ? XK_space : letter == '@' ? XK_at : letter == '.' ? XK_period : static_cast<KeySym>(static_cast<unsigned char>(letter));
      const KeyCode code = XKeysymToKeycode(display_.connection(), symbol);
      const bool shift = letter == '@' || (letter >= 'A' && letter <= 'Z');
      const KeyCode shift_code = XKeysymToKeycode(display_.connection(), XK_Shift_L);
      if (shift) XTestFakeKeyEvent(display_.connection(), shift_code, True, CurrentTime);
      XTestFakeKeyEvent(display_.connection(), code, True, CurrentTime);
      XTestFakeKeyEvent(display_.connection(), code, False, CurrentTime);
      if (shift) XTestFakeKeyEvent(display_.connection(), shift_code, False, CurrentTime);
      XFlush(display_.connection());
      std::this_thread::sleep_for(4ms);
    }
    std::this_thread::sleep_for(60ms);
  }

  // On the screen's keyboard, a letter of UTF-8 at a time.
  void touch_keys(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t bytes = static_cast<unsigned char>(text[i]) < 0x80 ? 1 : 2;
      tap("key." + text.substr(i, bytes));
      i += bytes;
    }
    std::this_thread::sleep_for(60ms);
  }

 private:
  VirtualDisplay& display_;
  std::filesystem::path tree_file_;
  std::unique_ptr<Process> kiosk_;
};

class Campaign {
 public:
  Campaign(VirtualDisplay& display, unsigned seed) : random_(seed), robot_(display, folder_) { robot_.expect_screen("attract", 60s); }

  void fill_in(int form) {
    const bool arabic = form % 3 == 2;
    const Canary canary = make_canary(form, arabic);
    robot_.tap(arabic ? "nav.language.ar" : "nav.language.fr");
    robot_.tap("home.interest");
    robot_.tap("form.next");
    robot_.tap(is_parent(form) ? "who.guardian" : "who.adult");
    robot_.expect_screen("interest_name");
    if (arabic) {
      robot_.touch_keys(canary.name);
    } else {
      // The screen's keyboard begins a name with a capital: typed by hand, so that the canary is what stands in the field.
      robot_.type(canary.name.substr(0, canary.name.size() - 2));
      robot_.touch_keys(canary.name.substr(canary.name.size() - 2));
    }
    robot_.tap("form.next");
    robot_.expect_screen("interest_contact");
    robot_.type(canary.phone);
    robot_.tap("form.email");
    robot_.type(canary.email);
    if (form == 0) check_planted(canary, form);
    canaries_.push_back(canary);
  }

  void hand_in(int form) {
    robot_.tap("form.next");
    robot_.expect_screen("interest_consent");
    robot_.tap("consent.information");
    robot_.wait_for([](const base::Json& tree) {
      return std::any_of(tree["nodes"].begin(), tree["nodes"].end(), [](const base::Json& node) { return node["id"] == "consent.information" && node.value("selected", false); });
    }, "the consent ticked");
    robot_.tap("form.submit");
    robot_.expect_screen("thanks");
    robot_.tap("thanks.more");
    if (is_parent(form)) {
      robot_.tap("details.child_add");
      tell("interest_child_name");
      for (const char* screen : {"interest_child_age", "interest_child_school", "interest_child_programs"}) skip(screen);
      robot_.expect_screen("interest_children");
    } else {
      for (const char* screen : {"interest_level", "interest_reach", "interest_institute", "interest_topics"}) skip(screen);
      tell("interest_question");
      robot_.expect_screen("thanks");
    }
    robot_.tap("nav.done");
    robot_.expect_screen("attract");
  }

  // Behind the PIN: the family at the top of the list is opened and answered.
  void answer_at_the_desk() {
    robot_.hold("attract.logo", 3400ms);
    robot_.expect_screen("staff_pin");
    for (const char digit : std::string_view("280764")) robot_.tap(std::string("staff.pin.") + digit);
    robot_.tap("staff.pin.enter");
    robot_.expect_screen("staff_today");
    robot_.tap("staff.desk");
    robot_.tap("desk.family.0");
    robot_.tap("staff.family.write");
    canaries_.push_back(make_canary(0, false));
    tell("staff_answer");
    robot_.tap("staff.family.correct");
    robot_.expect_screen("staff_contact");
    robot_.tap("staff.close");
    robot_.expect_screen("attract");
  }

  // From whichever screen of the form.
  void abandon(int form) {
    if (form % 4 == 1) robot_.tap("form.next");
    robot_.tap("nav.done");
    robot_.tap("leave.sure");
    robot_.expect_screen("attract");
  }

  void leave_to_the_countdown() { robot_.expect_screen("attract", 150s); }

  Scanned search_for_all() {
    Needles needles;
    for (const Canary& canary : canaries_) add(needles, canary);
    int number = 0;
    for (const std::string& receipt : receipts()) {
      needles.add("receipt " + std::to_string(++number), receipt);
      needles.add("receipt " + std::to_string(number), receipt.substr(0, 3) + "-" + receipt.substr(3));
    }
    Scanned scanned = scan_processes(needles);
    scan_files(needles, scanned);
    return scanned;
  }

  std::set<std::string> receipts() const {
    std::set<std::string> codes;
    auto database = store::Database::open(folder_ / "data/kiosk.db", SQLITE_OPEN_READONLY);
    if (!database) give_up(database.error().message);
    store::Statement rows(*database, "SELECT receipt FROM leads");
    while (rows.step().value_or(false)) codes.insert(rows.text(0));
    return codes;
  }

  int processes() const { return processes_; }
  int files() const { return files_; }

 private:
  static void add(Needles& needles, const Canary& canary) {
    needles.add("name " + canary.name, canary.name);
    needles.add("told " + canary.told, canary.told);
    needles.add("phone " + canary.phone, canary.phone.substr(1));  // of +2126… as well
    needles.add("e-mail " + canary.email, canary.email.substr(0, canary.email.find('@')));
  }

  static bool is_parent(int form) { return form % 4 == 2; }

  void tell(const std::string& screen) {
    robot_.expect_screen(screen);
    robot_.type(canaries_.back().told);
    robot_.tap("form.next");
  }
  void skip(const std::string& screen) {
    robot_.expect_screen(screen);
    robot_.tap("form.next");
  }

  std::string letters(int count, bool arabic) {
    static constexpr std::string_view kLatin = "bcdfghjklmnpqrstvwxz";
    static const std::u32string kArabic = U"شسيبلاتنمكطضصثقفغعهخحج";
    std::string text;
    for (int i = 0; i < count; ++i) {
      if (arabic) {
        const char32_t letter = kArabic[random_() % kArabic.size()];
        text += static_cast<char>(0xC0U | (letter >> 6U));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
      } else {
        text += kLatin[random_() % kLatin.size()];
      }
    }
    return text;
  }

  // Short ones live inside their strings, long ones on the heap.
  Canary make_canary(int form, bool arabic) {
    const std::string name = arabic ? letters(7, true) : form % 2 == 0 ? letters(11, false) : letters(12, false) + " " + letters(14, false);
    std::string digits;
    for (int i = 0; i < 7; ++i) digits += static_cast<char>('0' + random_() % 10);
    return {name, "061" + digits, letters(form % 2 == 0 ? 9 : 20, false) + "@exemple.ma", letters(form % 4 == 0 ? 24 : 10, false)};
  }

  void check_planted(const Canary& canary, int form) {
    Needles needles;
    add(needles, canary);
    std::set<std::string> seen;
    for (const Finding& finding : scan_processes(needles).found) seen.insert(finding.needle.substr(0, finding.needle.find(' ')));
    if (seen.size() != 3) give_up("the search does not find what stands in form " + std::to_string(form) + ": it proves nothing");
  }

  Scanned scan_processes(const Needles& needles) {
    Scanned scanned;
    scan_memory(robot_.pid(), needles, scanned);
    processes_ = 1;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + std::to_string(robot_.pid()) + "/task")) {
      std::istringstream children(slurp(thread.path() / "children"));
      for (pid_t child = 0; children >> child; ++processes_) scan_memory(child, needles, scanned);
    }
    return scanned;
  }

  void scan_files(const Needles& needles, Scanned& scanned) {
    files_ = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path())) {
      const std::string path = entry.path().string();
      if (!entry.is_regular_file() || path.find("/data/kiosk.db") != std::string::npos || path.find("/data/backups/") != std::string::npos) continue;
      const std::string bytes = slurp(entry.path());
      needles.look(bytes, path, 0, scanned.found);
      scanned.bytes += bytes.size();
      ++files_;
    }
  }

  std::mt19937 random_;
  const TempFolder folder_;
  Robot robot_;
  std::vector<Canary> canaries_;
  int processes_ = 0;
  int files_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  int forms = 6;
  bool idle = false;
  unsigned seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--forms") == 0) forms = std::atoi(argv[i + 1]);
    if (std::strcmp(argv[i], "--idle") == 0) idle = std::atoi(argv[i + 1]) != 0;
    if (std::strcmp(argv[i], "--seed") == 0) seed = static_cast<unsigned>(std::atoi(argv[i + 1]));
  }
  VirtualDisplay display(1280, 720);
  Campaign campaign(display, seed);
  int handed_in = 0;
  for (int form = 0; form < forms; ++form) {
    campaign.fill_in(form);
    if (form % 2 == 0) {
      campaign.hand_in(form);
      ++handed_in;
    } else {
      campaign.abandon(form);
    }
  }
  if (idle) {
    campaign.fill_in(forms);
    campaign.leave_to_the_countdown();
  }
  if (handed_in > 0) campaign.answer_at_the_desk();
  // What follows a visit: the next frame, the store's new connection.
  std::this_thread::sleep_for(1500ms);
  const Scanned scanned = campaign.search_for_all();
  std::set<std::string> needles;
  for (const Finding& finding : scanned.found) {
    needles.insert(finding.needle);
    std::fprintf(stderr, "%s in %s at %llx: %s\n    %s\n", finding.needle.c_str(), finding.encoding.c_str(), static_cast<unsigned long long>(finding.at),
                 finding.where.c_str(), finding.around.c_str());
  }
  const std::size_t saved = campaign.receipts().size();
  std::printf("{\"forms\": %d, \"handed_in\": %d, \"leads_saved\": %zu, \"planted_found\": true, \"processes\": %d, \"files\": %d, \"scanned_mib\": %llu, \"found\": %zu, \"canaries_left\": %zu}\n",
              forms + (idle ? 1 : 0), handed_in, saved, campaign.processes(), campaign.files(), static_cast<unsigned long long>(scanned.bytes >> 20U), scanned.found.size(), needles.size());
  return scanned.found.empty() && saved == static_cast<std::size_t>(handed_in) ? 0 : 1;
}
