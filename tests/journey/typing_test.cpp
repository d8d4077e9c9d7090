// A real keyboard and real fingers on a real window: dead keys and compose sequences in the locale of a service, nothing pasted and nothing
// copied whatever is tried, words selected and the caret dragged by touch. What was typed is read where it is allowed to be: in the database.
#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>

#include "journey/kiosk_program.h"

// After doctest: X.h makes a macro of "None".
#include <X11/XKBlib.h>
#include <X11/keysym.h>

using namespace kiosk::tests;
using kiosk::base::Json;
using namespace std::chrono_literals;

namespace {

// A server of its own: these tests change the keyboard's layout.
VirtualDisplay& keyboard_display() {
  static VirtualDisplay one;
  return one;
}

// The kiosk at the name of the interest form in French, and whoever stands before it.
class Typist {
 public:
  explicit Typist(const std::vector<std::string>& layout, const std::string& typed_before = {}) {
    std::vector<std::string> command{"setxkbmap", "-display", keyboard_display().name()};
    command.insert(command.end(), layout.begin(), layout.end());
    REQUIRE(run(folder_, command).status == 0);
    // The layout is asked for anew: a connection keeps the one it began with.
    keys_ = XOpenDisplay(keyboard_display().name().c_str());
    std::string script = "tap nav.language.fr\ntap home.interest\ntap heart.zellige\ntap form.next\ntap who.adult\n";
    if (!typed_before.empty()) script += "keys " + typed_before + "\n";
    script += "wait 100000\n";
    kiosk_ = std::make_unique<Process>(
        std::vector<std::string>{kProgram, "run", "--content", kSampleContent, "--data", data(), "--windowed", "1920x1080", "--now", "2025-09-22 10:15", "--tree", tree().string(),
                                 "--script", folder_.write("script.txt", script).string()},
        folder_.path(), std::vector<std::pair<std::string, std::string>>{{"DISPLAY", keyboard_display().name()}, {"LANG", "C"}, {"LC_ALL", "C"}});
    at_screen("interest_name");
    rest();
  }
  ~Typist() { XCloseDisplay(keys_); }
  Typist(const Typist&) = delete;
  Typist& operator=(const Typist&) = delete;

  // Each key with the modifiers that the layout needs for it.
  void press(std::initializer_list<KeySym> symbols) {
    for (const KeySym symbol : symbols) chord({}, symbol);
    rest();
  }
  void chord(std::initializer_list<KeySym> held, KeySym symbol) {
    const KeyCode code = XKeysymToKeycode(keys_, symbol);
    REQUIRE(code != 0);
    const bool shifted = XkbKeycodeToKeysym(keys_, code, 0, 0) != symbol && XkbKeycodeToKeysym(keys_, code, 0, 1) == symbol;
    for (const KeySym one : held) key(XKeysymToKeycode(keys_, one), true);
    if (shifted) key(XKeysymToKeycode(keys_, XK_Shift_L), true);
    key(code, true);
    key(code, false);
    if (shifted) key(XKeysymToKeycode(keys_, XK_Shift_L), false);
    for (const KeySym one : held) key(XKeysymToKeycode(keys_, one), false);
  }

  // The rectangle of a widget, once it is on screen.
  std::vector<int> place(const std::string& id) {
    const Json found = wait_for([&](const Json& shown) { return node(shown, id).has_value(); });
    REQUIRE(node(found, id).has_value());
    return (*node(found, id))["rect"].get<std::vector<int>>();
  }
  void tap(const std::string& id) {
    const auto rect = place(id);
    keyboard_display().tap(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2);
    rest();
  }
  void at_screen(const std::string& screen) {
    REQUIRE(wait_for([&](const Json& shown) { return shown["screen"] == screen; })["screen"] == screen);
  }
  // What the database has when the form is handed in as it is.
  std::string handed_in() {
    tap("form.next");
    at_screen("interest_contact");
    for (const char digit : std::string("0612345678")) tap(std::string("key.") + digit);
    tap("form.next");
    at_screen("interest_consent");
    tap("consent.information");
    tap("form.submit");
    at_screen("thanks");
    return rows();
  }
  std::string rows() { return run_kiosk(folder_, {"leads", "list", "--lang", "en", "--content", kSampleContent, "--data", data()}).output; }
  // The kiosk draws what it was told before the next thing is told.
  static void rest() { std::this_thread::sleep_for(150ms); }

 private:
  void key(KeyCode code, bool down) {
    XTestFakeKeyEvent(keys_, code, down ? True : False, CurrentTime);
    XSync(keys_, False);
    // Two strokes of one key within a millisecond are one to GLFW, which takes the second for an input method's echo.
    std::this_thread::sleep_for(3ms);
  }
  // The tree, once it is as wanted; what a kiosk said that ended meanwhile.
  Json wait_for(const std::function<bool(const Json&)>& wanted) {
    const auto ended = [this] { return kiosk_->wait(0ms) != -1; };
    const Json shown = wait_for_tree(tree(), [&](const Json& now) { return ended() || wanted(now); });
    REQUIRE_MESSAGE(!ended(), kiosk_->errors());
    return shown;
  }
  std::filesystem::path tree() const { return folder_ / "tree.json"; }
  std::string data() const { return (folder_ / "data").string(); }

  TempFolder folder_;
  ::Display* keys_ = nullptr;
  std::unique_ptr<Process> kiosk_;
};

// Owns both selections of X with a text that must not come in, and sees whoever asks for it.
class Clipboard {
 public:
  Clipboard() : display_(keyboard_display().connection()) {
    window_ = XCreateSimpleWindow(display_, DefaultRootWindow(display_), 0, 0, 1, 1, 0, 0, 0);
    for (const char* name : {"PRIMARY", "CLIPBOARD"}) {
      atoms_.push_back(XInternAtom(display_, name, False));
      XSetSelectionOwner(display_, atoms_.back(), window_, CurrentTime);
    }
    XSync(display_, False);
  }
  ~Clipboard() { XDestroyWindow(display_, window_); }
  Clipboard(const Clipboard&) = delete;
  Clipboard& operator=(const Clipboard&) = delete;

  bool untouched() {
    XSync(display_, False);
    XEvent event;
    if (XCheckTypedEvent(display_, SelectionRequest, &event) != False) return false;
    return std::all_of(atoms_.begin(), atoms_.end(), [&](Atom atom) { return XGetSelectionOwner(display_, atom) == window_; });
  }

 private:
  ::Display* display_;
  ::Window window_ = 0;
  std::vector<Atom> atoms_;
};

}  // namespace

TEST_CASE("a French keyboard's dead keys and a compose key write their letters, though a service has no locale") {
  Typist typist({"-layout", "fr", "-option", "compose:menu"});
  typist.press({XK_B, XK_e, XK_n, XK_o, XK_dead_circumflex, XK_i, XK_t, XK_space, XK_eacute, XK_dead_diaeresis, XK_E});
  typist.press({XK_Multi_key, XK_o, XK_e, XK_Multi_key, XK_O, XK_E});
  CHECK_MESSAGE(typist.handed_in().find("\tBenoît éËœŒ\t") != std::string::npos, typist.rows());
}

TEST_CASE("an Arabic keyboard writes Arabic") {
  Typist typist({"-layout", "ara"});
  typist.press({XK_Arabic_seen, XK_Arabic_ain, XK_Arabic_alef, XK_Arabic_dal});
  CHECK_MESSAGE(typist.handed_in().find("\tسعاد\t") != std::string::npos, typist.rows());
}

TEST_CASE("nothing is pasted by any chord or button, and nothing is copied or cut") {
  Clipboard clipboard;
  Typist typist({"-layout", "us"}, "Amina");
  typist.chord({XK_Control_L}, XK_a);
  for (const KeySym letter : {XK_c, XK_x}) typist.chord({XK_Control_L}, letter);
  typist.press({XK_End});
  for (const KeySym letter : {XK_v, XK_y}) typist.chord({XK_Control_L}, letter);
  typist.chord({XK_Control_L, XK_Shift_L}, XK_v);
  typist.chord({XK_Shift_L}, XK_Insert);
  typist.chord({XK_Control_L}, XK_Insert);
  const auto field = typist.place("form.name");
  keyboard_display().move(field[0] + 60, field[1] + field[3] / 2);
  for (const Bool down : {True, False}) XTestFakeButtonEvent(keyboard_display().connection(), 2, down, CurrentTime);
  for (const Bool down : {True, False}) XTestFakeButtonEvent(keyboard_display().connection(), 3, down, CurrentTime);
  XSync(keyboard_display().connection(), False);
  Typist::rest();
  typist.press({XK_e});
  CHECK(clipboard.untouched());
  CHECK_MESSAGE(typist.handed_in().find("\tAminae\t") != std::string::npos, typist.rows());
  CHECK(clipboard.untouched());
}

TEST_CASE("keys on the glass that are struck faster than a frame is drawn are all written, each where the finger was") {
  Typist typist({"-layout", "us"});
  std::string written;
  const auto at = [&](const std::string& id) {
    const auto rect = typist.place(id);
    return std::pair(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2);
  };
  // The first letter is a capital, and the others' keys have names of their own while it is.
  const std::vector<std::pair<int, int>> keys{at("key.A"), at("key.Z"), at("key.L"), at("key.M")};
  for (const int key : {0, 0, 1, 1, 2, 3, 0, 2, 2, 1, 3, 3, 0}) {
    ::Display* display = keyboard_display().connection();
    XTestFakeMotionEvent(display, -1, keys[static_cast<std::size_t>(key)].first, keys[static_cast<std::size_t>(key)].second, CurrentTime);
    XTestFakeButtonEvent(display, 1, True, CurrentTime);
    XTestFakeButtonEvent(display, 1, False, CurrentTime);
    written += std::string("azlm")[static_cast<std::size_t>(key)];
  }
  XSync(keyboard_display().connection(), False);
  Typist::rest();
  written.front() = 'A';
  CHECK_MESSAGE(typist.handed_in().find("\t" + written + "\t") != std::string::npos, typist.rows());
}

TEST_CASE("shift with the arrows selects, control with A selects all, and the next letter replaces it") {
  Typist typist({"-layout", "us"}, "Amina Benali");
  for (int i = 0; i < 6; ++i) typist.chord({XK_Shift_L}, XK_Left);
  typist.press({XK_z, XK_o, XK_e});
  for (int i = 0; i < 2; ++i) typist.chord({XK_Shift_L}, XK_Home);
  typist.press({XK_End, XK_o});
  CHECK_MESSAGE(typist.handed_in().find("\tAmina zoeo\t") != std::string::npos, typist.rows());
  Typist again({"-layout", "us"}, "Amina Benali");
  again.chord({XK_Control_L}, XK_a);
  again.press({XK_z, XK_o});
  CHECK_MESSAGE(again.handed_in().find("\tzo\t") != std::string::npos, again.rows());
}

TEST_CASE("two taps select a word, a hold does too, and a finger drawn sideways takes the caret along") {
  Typist typist({"-layout", "us"}, "Amina Benali");
  VirtualDisplay& finger = keyboard_display();
  const auto field = typist.place("form.name");
  const int y = field[1] + field[3] / 2;
  const int first_word = field[0] + 70;
  finger.tap(first_word, y);
  std::this_thread::sleep_for(60ms);
  finger.tap(first_word, y);
  Typist::rest();
  typist.press({XK_q});  // "q Benali"

  finger.move(field[0] + 150, y);
  finger.button(true);
  for (int x = field[0] + 140; x > field[0]; x -= 20) {
    finger.move(x, y);
    std::this_thread::sleep_for(15ms);
  }
  finger.button(false);
  Typist::rest();
  typist.press({XK_w});  // "wq Benali"

  finger.move(field[0] + 150, y);
  finger.button(true);
  std::this_thread::sleep_for(900ms);
  finger.button(false);
  Typist::rest();
  typist.press({XK_e});  // "wq e"
  CHECK_MESSAGE(typist.handed_in().find("\twq e\t") != std::string::npos, typist.rows());
}
