#include "app/audit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "app/preview.h"
#include "app/recording.h"
#include "app/states.h"
#include "base/format.h"
#include "exporters/qr_code.h"
#include "gfx/picture_loader.h"
#include "locale/text_units.h"
#include "model/plan.h"
#include "text/utf8.h"
#include "ui/short_label.h"

namespace kiosk::app {
namespace {

using ui::Node;
using ui::Rect;

constexpr float kTolerance = 1;  // rectangles are rounded to whole pixels

bool touchable(const Node& node) { return node.role != ui::Role::text; }

// What is scrolled half out of view is judged whole: it can be scrolled in.
bool judged(const Node& node) { return touchable(node) && !node.rect.empty(); }

float distance(const Rect& a, const Rect& b) {
  const float dx = std::max({0.0F, a.x - b.right(), b.x - a.right()});
  const float dy = std::max({0.0F, a.y - b.bottom(), b.y - a.bottom()});
  return std::hypot(dx, dy);
}

// What is found on one page.
class Page {
 public:
  Page(std::string where, std::vector<Finding>& findings) : where_(std::move(where)), findings_(findings) {}

  void found(Trouble trouble, std::string subject, std::string_view what, std::string_view text = {}) {
    std::string whole = fmt::format("{}: {}", subject, what);
    findings_.push_back({where_, trouble, std::move(subject), std::move(whole), std::string(text)});
  }

 private:
  std::string where_;
  std::vector<Finding>& findings_;
};

void check_node(const Node& node, const ui::Metrics& metrics, Page& page) {
  const std::string id(node.id);
  const Rect window{0, 0, metrics.window.width, metrics.window.height};
  if (node.whole.x < -kTolerance || node.whole.right() > window.width + kTolerance) page.found(Trouble::outside, id, "is outside the window", node.label);
  if (node.scroll_area == 0 && (node.whole.y < -kTolerance || node.whole.bottom() > window.height + kTolerance)) {
    page.found(Trouble::outside, id, "is outside the window", node.label);
  }
  if (touchable(node) && std::min(node.whole.width, node.whole.height) < metrics.touch - kTolerance) {
    page.found(Trouble::too_small, id, fmt::format("is {:.0f} × {:.0f} px, smaller than a touch target of {:.0f} px", node.whole.width, node.whole.height, metrics.touch));
  }
}

// What has no rim of its own: rooms, which marks of the map stand on, and the hidden target about the institutes' names.
bool has_rim(const Node& target) { return !target.id.starts_with("room.") && target.id != "attract.logo"; }

// A text stands on a target or beside it, never half and half.
void check_covered(const std::vector<Node>& nodes, Page& page) {
  for (const Node& text : nodes) {
    if (touchable(text)) continue;
    for (const Node& target : nodes) {
      if (!judged(target) || !has_rim(target)) continue;
      const bool together = text.scroll_area == target.scroll_area;
      const Rect words = (together ? text.ink : intersect(text.ink, text.rect)).inset(kTolerance);
      const Rect& place = together ? target.whole : target.rect;
      const Rect shared = intersect(words, place);
      if (!shared.empty() && shared != words) page.found(Trouble::covered, fmt::format("{} and {}", text.id, target.id), "cover each other");
    }
  }
}

void check_distances(const std::vector<Node>& nodes, const ui::Metrics& metrics, Page& page) {
  const float least = 3 * metrics.mm - kTolerance;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!judged(nodes[i])) continue;
    for (std::size_t k = i + 1; k < nodes.size(); ++k) {
      // Parts of different scroll areas move against each other: only what is visible of them counts.
      if (!judged(nodes[k])) continue;
      const bool together = nodes[i].scroll_area == nodes[k].scroll_area;
      const float apart = together ? distance(nodes[i].whole, nodes[k].whole) : distance(nodes[i].rect, nodes[k].rect);
      if (apart >= least) continue;
      // A scrolled card may meet the bar at the edge of its view; that edge is where it ends.
      if (!together && (nodes[i].scroll_area == 0) != (nodes[k].scroll_area == 0)) continue;
      page.found(Trouble::too_near, fmt::format("{} and {}", nodes[i].id, nodes[k].id), fmt::format("are {:.1f} px apart, nearer than 3 mm ({:.1f} px)", apart, 3 * metrics.mm));
    }
  }
}

// Scripts and staff's tools name what is on screen by its id: there is one of each.
void check_ids(const std::vector<Node>& nodes, Page& page) {
  std::vector<std::string_view> ids;
  for (const Node& node : nodes) ids.push_back(node.id);
  std::sort(ids.begin(), ids.end());
  for (auto twice = std::adjacent_find(ids.begin(), ids.end()); twice != ids.end(); twice = std::adjacent_find(twice + 1, ids.end())) {
    page.found(Trouble::same_id, std::string(*twice), "two things on the page have this id");
  }
}

// What things are called, in the operator's words, where it is longer than a page can be asked to find room for.
using Names = std::unordered_set<std::string_view>;
constexpr std::size_t kLongName = 45;  // letters

Names names_in(const content::Content& content) {
  Names names;
  for (const content::Content::PlacedText& placed : content.texts) {
    const std::string_view key = placed.key;
    const bool is_name = key.starts_with("name.") || key.starts_with("short_name.") || key.starts_with("title.") || key.starts_with("theme.");
    if (is_name && locale::count_letters(placed.text) > kLongName) names.insert(placed.text);
  }
  return names;
}

// A sentence may be begun on one page and stand whole on another; what things are called stands whole everywhere.
void check_labels(const std::vector<std::string_view>& ellipsized, const Names& names, Page& page) {
  for (const std::string_view label : ellipsized) {
    if (ui::is_short_label(label) || names.contains(label)) page.found(Trouble::short_label, std::string(label), "the label ends in …", label);
  }
}

void check_overflows(const std::vector<ui::Frame::Overflow>& overflows, Page& page) {
  for (const auto& [id, label] : overflows) page.found(Trouble::cut, std::string(id.empty() ? label : id), fmt::format("the text is cut off: {}", label), label);
}

void check_page(const ui::Frame& frame, bool within_reach, const Names& names, Page page) {
  std::vector<Node> nodes = frame.nodes();
  // Through the lower half of the screen a page is seen in parts: what is cut by the edge is judged where it is whole.
  if (within_reach) std::erase_if(nodes, [](const Node& node) { return node.rect != node.whole; });
  for (const Node& node : nodes) check_node(node, frame.metrics(), page);
  check_ids(nodes, page);
  check_distances(nodes, frame.metrics(), page);
  check_covered(nodes, page);
  check_overflows(frame.overflows(), page);
  check_labels(frame.ellipsized(), names, page);
}

// The states without those that differ from another in their name and text size alone: every state is looked at in all sizes.
std::vector<NamedState> pages_of(std::vector<NamedState> states) {
  const auto page = [](NamedState state) {
    state.name = {};
    state.session.comfort.text_size = session::TextSize::normal;
    return state;
  };
  std::vector<NamedState> pages;
  std::vector<NamedState> seen;
  for (NamedState& state : states) {
    NamedState one = page(state);
    if (std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
    seen.push_back(std::move(one));
    pages.push_back(std::move(state));
  }
  return pages;
}

// Which text of the content a label on screen shows: the same text, else the longest that is a part of it.
class PlacedTexts {
 public:
  using Placed = content::Content::PlacedText;
  explicit PlacedTexts(const content::Content& content) : texts_(content.texts) {
    for (const Placed& placed : texts_) exact_.try_emplace(placed.text, &placed);
  }

  const Placed* find(const std::string& label) {
    if (label.empty()) return nullptr;
    const auto [known, is_new] = exact_.try_emplace(label, nullptr);
    if (is_new) known->second = part_of(label);
    return known->second;
  }

 private:
  const Placed* part_of(std::string_view label) const {
    constexpr std::size_t kTelling = 12;  // bytes; less is in too many labels
    const Placed* longest = nullptr;
    for (const Placed& placed : texts_) {
      const bool longer = placed.text.size() > (longest == nullptr ? kTelling - 1 : longest->text.size());
      if (longer && label.find(placed.text) != std::string_view::npos) longest = &placed;
    }
    return longest;
  }

  const std::vector<Placed>& texts_;
  std::unordered_map<std::string, const Placed*> exact_;
};

struct GroupedFinding {
  const Finding* first = nullptr;
  const PlacedTexts::Placed* placed = nullptr;
  int pages = 0;
};

// In the order in which they were found.
std::vector<GroupedFinding> grouped(const std::vector<Finding>& findings, PlacedTexts texts) {
  std::unordered_map<std::string_view, const std::string*> longest;  // of what is outside, by page
  for (const Finding& finding : findings) {
    if (finding.trouble != Trouble::outside) continue;
    const std::string*& text = longest[finding.where];
    if (text == nullptr || finding.text.size() > text->size()) text = &finding.text;
  }
  std::vector<GroupedFinding> groups;
  std::map<std::tuple<const void*, Trouble, std::string_view>, std::size_t> index;
  std::map<std::size_t, std::string_view> last_page;
  for (const Finding& finding : findings) {
    // Ours to mend: the words that pushed others aside are told by themselves where they are too long.
    if (finding.trouble == Trouble::covered) continue;
    const PlacedTexts::Placed* placed = texts.find(finding.trouble == Trouble::outside ? *longest[finding.where] : finding.text);
    const auto [at, is_new] = index.try_emplace({placed, finding.trouble, placed == nullptr ? std::string_view(finding.subject) : std::string_view()}, groups.size());
    if (is_new) groups.push_back({&finding, placed, 0});
    if (!is_new && last_page[at->second] == finding.where) continue;
    last_page[at->second] = finding.where;
    ++groups[at->second].pages;
  }
  return groups;
}

// What keeps it from being heard whole; empty when nothing does.
std::string wrong_with(const std::filesystem::path& file, const std::filesystem::path& kiosk) {
  const auto recording = Recording::open(kiosk, file);
  if (!recording) return fmt::format("the recording cannot be played ({})", recording.error().message);
  std::array<std::int16_t, 8192> samples{};
  for (;;) {
    const auto count = (*recording)->read(samples);
    if (!count) return fmt::format("the recording cannot be played to its end ({})", count.error().message);
    if (*count == 0) return (*recording)->was_whole() ? "" : "the recording is damaged or breaks off before its end";
  }
}

}  // namespace

std::vector<base::Size> designed_windows() { return {{1920, 1080}, {1080, 1920}, {3840, 2160}}; }

std::vector<Finding> audit(Stage& stage, const content::Content& content, const std::vector<base::Size>& windows, const Progress& progress) {
  std::vector<Finding> findings;
  Preview preview(stage, content);
  const std::vector<NamedState> states = pages_of(named_states(content.catalogue));
  const Names names = names_in(content);
  constexpr std::array kLanguages{base::Language::arabic, base::Language::french, base::Language::english};
  std::size_t done = 0;
  for (const base::Language language : kLanguages) {
    for (const NamedState& state : states) {
      preview.set(state, language);
      // Windows and sizes of one state follow each other, and so do states of one screen: their texts are still known.
      for (const base::Size window : windows) {
        for (const session::TextSize size : {session::TextSize::normal, session::TextSize::large, session::TextSize::largest}) {
          preview.set_text_size(size);
          preview.build(window, Preview::Painted::no);
          const std::string where = fmt::format("{} {} {}x{} text ×{}", state.name, base::code(language), window.width, window.height, text_scale(size));
          check_page(stage.frame(), state.session.comfort.reach, size == session::TextSize::normal ? names : Names(), {where, findings});
        }
      }
      if (progress) progress(++done, kLanguages.size() * states.size());
    }
  }
  return findings;
}

std::vector<content::Issue> layout_issues(const std::vector<Finding>& findings, const content::Content& content) {
  std::vector<GroupedFinding> groups = grouped(findings, PlacedTexts(content));
  std::vector<content::Issue> issues;
  for (const GroupedFinding& group : groups) {
    const Finding& first = *group.first;
    const std::string others = group.pages > 1 ? fmt::format(" and {} more", group.pages - 1) : std::string();
    const std::string where = fmt::format("(on {}{}; kiosk shots shows it)", first.where, others);
    if (group.placed == nullptr) {
      issues.push_back({content::Severity::warning, "screen " + first.where.substr(0, first.where.find(' ')), 0, 0, fmt::format("{} {}", first.what, where), "Make the text shorter."});
      continue;
    }
    const content::SourcePlace& place = group.placed->place;
    const std::string_view what = first.trouble == Trouble::outside ? "is longer than the page" : first.trouble == Trouble::short_label ? "ends in …, there is no room for it" : "is cut off";
    issues.push_back({content::Severity::warning, place.file, place.line, place.column, fmt::format("'{}' {} {}", group.placed->key, what, where), "Make it shorter."});
  }
  return issues;
}

std::vector<content::Issue> unshowable_pictures(const content::Content& content, const std::filesystem::path& program, const Progress& progress) {
  std::vector<content::Issue> issues;
  if (content.pictures.empty()) return issues;
  gfx::PictureLoader loader(program, [] {});
  std::unordered_map<std::string, gfx::PictureId> asked;
  for (const content::Content::PlacedPicture& picture : content.pictures) {
    constexpr gfx::DecodeRequest kSmall{64, 64, gfx::Fit::contain, 0, {0, 0, 0, 0}};  // the cost is the decoding
    const auto [one, is_new] = asked.try_emplace(picture.file.string(), 0);
    if (is_new) one->second = loader.request(picture.file, kSmall);
  }
  while (!loader.wait_until_idle(100)) {
    if (progress) progress(asked.size() - loader.pending(), asked.size());
  }
  std::unordered_map<gfx::PictureId, base::Error> failed;
  for (gfx::LoadedPicture& loaded : loader.take_finished()) {
    if (!loaded.image) failed.emplace(loaded.id, std::move(loaded.image.error()));
  }
  for (const content::Content::PlacedPicture& picture : content.pictures) {
    const auto why = failed.find(asked[picture.file.string()]);
    if (why == failed.end()) continue;
    // The loader names the file by its whole path; the operator knows it by what is written.
    std::string_view said = why->second.message;
    const std::string path = picture.file.string() + ": ";
    if (said.starts_with(path)) said.remove_prefix(path.size());
    issues.push_back({content::Severity::warning, picture.place.file, picture.place.line, picture.place.column, fmt::format("images/{}: {}", picture.written, said), why->second.remedy});
  }
  return issues;
}

std::vector<content::Issue> unfit_codes(const model::Catalogue& catalogue) {
  std::vector<content::Issue> issues;
  for (const model::Question& question : catalogue.questions) {
    if (question.list.empty()) continue;
    for (const base::Language language : base::kLanguages) {
      if (exporters::make_qr_code(model::checklist_of(catalogue, question, language)).side > 0) continue;
      issues.push_back({content::Severity::warning, "questions.toml", 0, 0,
                        fmt::format("the list of question '{}' is too long for a QR code in {}", question.id, base::code(language)), "Shorten its lines: about 2,300 bytes fit."});
    }
  }
  const std::string& url = catalogue.event.url;
  if (!url.empty() && exporters::make_qr_code(url).side == 0) {
    issues.push_back({content::Severity::warning, "event.toml", 0, 0, "'url' is too long for a QR code", "Write a shorter address."});
  }
  return issues;
}

std::vector<content::Issue> letters_without_font(text::Shaper& shaper, const content::Content& content) {
  std::vector<content::Issue> issues;
  for (const content::Content::PlacedText& placed : content.texts) {
    for (const char32_t letter : shaper.unknown_letters(placed.text, placed.language)) {
      issues.push_back({content::Severity::warning, placed.place.file, placed.place.line, placed.place.column,
                        fmt::format("no font has the letter {} (U+{:04X})", text::to_utf8(std::u32string(1, letter)), static_cast<unsigned>(letter)),
                        "Take it out, or write a word: visitors see nothing in its place."});
    }
  }
  return issues;
}

std::vector<content::Issue> unplayable_recordings(const model::Catalogue& catalogue, const std::filesystem::path& kiosk) {
  std::vector<content::Issue> issues;
  for (const model::Program& program : catalogue.programs) {
    for (const model::Voice& voice : program.voices) {
      std::string wrong = wrong_with(voice.file, kiosk);
      if (wrong.empty()) continue;
      issues.push_back({content::Severity::warning, fmt::format("programs/{}/{}", program.id, voice.file.filename().string()), 0, 0, std::move(wrong),
                        "Save it as Ogg Vorbis, mono or stereo, five minutes at most, and copy it here anew."});
    }
  }
  return issues;
}

}  // namespace kiosk::app
