#include "app/audit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/preview.h"
#include "app/recording.h"
#include "app/states.h"
#include "base/format.h"
#include "exporters/qr_code.h"
#include "model/plan.h"

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

void check_node(const Node& node, const ui::Metrics& metrics, const std::string& where, std::vector<Finding>& findings) {
  const auto found = [&](std::string what) { findings.push_back({where, fmt::format("{}: {}", node.id, what)}); };
  const Rect window{0, 0, metrics.window.width, metrics.window.height};
  if (node.whole.x < -kTolerance || node.whole.right() > window.width + kTolerance) found("is outside the window");
  if (node.scroll_area == 0 && (node.whole.y < -kTolerance || node.whole.bottom() > window.height + kTolerance)) found("is outside the window");
  if (node.text_cut) found(fmt::format("the text is cut off: {}", node.label));
  if (touchable(node) && std::min(node.whole.width, node.whole.height) < metrics.touch - kTolerance) {
    found(fmt::format("is {:.0f} × {:.0f} px, smaller than a touch target of {:.0f} px", node.whole.width, node.whole.height, metrics.touch));
  }
}

void check_distances(const std::vector<Node>& nodes, const ui::Metrics& metrics, const std::string& where, std::vector<Finding>& findings) {
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
      findings.push_back({where, fmt::format("{} and {} are {:.1f} px apart, nearer than 3 mm ({:.1f} px)", nodes[i].id, nodes[k].id, apart, 3 * metrics.mm)});
    }
  }
}

// Scripts and staff's tools name what is on screen by its id: there is one of each.
void check_ids(const std::vector<Node>& nodes, const std::string& where, std::vector<Finding>& findings) {
  std::vector<std::string_view> ids;
  for (const Node& node : nodes) ids.push_back(node.id);
  std::sort(ids.begin(), ids.end());
  for (auto twice = std::adjacent_find(ids.begin(), ids.end()); twice != ids.end(); twice = std::adjacent_find(twice + 1, ids.end())) {
    findings.push_back({where, fmt::format("{}: two things on the page have this id", *twice)});
  }
}

// What keeps it from being heard whole; empty when nothing does.
std::string wrong_with(const std::filesystem::path& file) {
  const auto recording = Recording::open(file);
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

std::vector<Finding> audit(Stage& stage, const content::Content& content, const std::vector<base::Size>& windows) {
  std::vector<Finding> findings;
  Preview preview(stage, content);
  const std::vector<NamedState> states = named_states(content.catalogue);
  for (base::Language language : {base::Language::arabic, base::Language::french, base::Language::english}) {
    for (const base::Size window : windows) {
      for (const NamedState& named : states) {
        for (session::TextSize size : {session::TextSize::normal, session::TextSize::large, session::TextSize::largest}) {
          NamedState state = named;
          state.session.comfort.text_size = size;
          preview.set(state, language);
          preview.build(window);
          const std::string where = fmt::format("{} {} {}x{} text ×{}", state.name, base::code(language), window.width, window.height, text_scale(size));
          const ui::Frame& frame = stage.frame();
          std::vector<Node> nodes = frame.nodes();
          // Through the lower half of the screen a page is seen in parts: what is cut by the edge is judged where it is whole.
          if (state.session.comfort.reach) std::erase_if(nodes, [](const Node& node) { return node.rect != node.whole; });
          for (const Node& node : nodes) check_node(node, frame.metrics(), where, findings);
          check_ids(nodes, where, findings);
          check_distances(nodes, frame.metrics(), where, findings);
        }
      }
    }
  }
  return findings;
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
                        fmt::format("no font has the letter U+{:04X}", static_cast<unsigned>(letter)),
                        "Write it with another letter, or take it out: visitors would see an empty box."});
    }
  }
  return issues;
}

std::vector<content::Issue> unplayable_recordings(const model::Catalogue& catalogue) {
  std::vector<content::Issue> issues;
  for (const model::Program& program : catalogue.programs) {
    for (const model::Voice& voice : program.voices) {
      std::string wrong = wrong_with(voice.file);
      if (wrong.empty()) continue;
      issues.push_back({content::Severity::warning, fmt::format("programs/{}/{}", program.id, voice.file.filename().string()), 0, 0, std::move(wrong),
                        "Save it as Ogg Vorbis, mono or stereo, five minutes at most, and copy it here anew."});
    }
  }
  return issues;
}

}  // namespace kiosk::app
