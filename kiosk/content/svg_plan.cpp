#include "content/svg_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <pugixml.hpp>

#include "base/format.h"
#include "content/plan_limits.h"
#include "content/svg_outline.h"

namespace kiosk::content {
namespace {

// Not as Plain SVG, which has no layers.
constexpr std::string_view kSaveAs = "Save it as Inkscape SVG (in Inkscape: File > Save As), in UTF-8 and not compressed.";
constexpr int kDeepest = 100;
constexpr std::size_t kMostElements = 50000;
constexpr double kFlattenMetres = 0.04;  // with the rounding to centimetres of map.toml, within five centimetres
constexpr double kDefaultScale = 100;    // 1:100, as plans of buildings are printed
constexpr std::string_view kCanImport = "Draw rooms as rect, polygon, polyline or path (in Inkscape: Path > Object to Path).";

// Where bytes lie in the text, by line and column.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') starts_.push_back(i + 1);
    }
  }
  std::pair<int, int> at(std::ptrdiff_t offset) const {
    const auto byte = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), text_.size());
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), byte);
    const std::string_view before = text_.substr(*(next - 1), byte - *(next - 1));
    const auto column = std::count_if(before.begin(), before.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return {static_cast<int>(next - starts_.begin()), static_cast<int>(column) + 1};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_{0};
};

// "svg:rect" and "rect" are the same; what another program notes in its own namespace is no drawing.
std::string_view element_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return name;
  return name.substr(0, colon) == "svg" ? name.substr(colon + 1) : std::string_view();
}

class Drawing {
 public:
  Drawing(std::string_view bytes, std::string file, Issues& issues) : lines_(bytes), file_(std::move(file)), issues_(issues) {}

  base::Result<DrawnPlan> read(const pugi::xml_node& root, std::optional<double> asked_scale);

 private:
  struct Context {
    Transform to_metres;
    std::optional<std::size_t> floor;  // index into plan_.floors
    int depth = 0;
  };

  SourcePlace place(const pugi::xml_node& node) const {
    const auto [line, column] = lines_.at(node.offset_debug() - 1);  // the name comes after its <
    return {file_, line, column};
  }
  // "rect '#zellige-workshop'"
  static std::string named(const pugi::xml_node& node) {
    const std::string_view id = node.attribute("id").value();
    return id.empty() ? fmt::format("a {} without an id", element_name(node)) : fmt::format("{} '#{}'", element_name(node), id);
  }
  void leave_out(const pugi::xml_node& node, std::string_view why, std::string_view remedy) {
    issues_.warn(place(node), fmt::format("{} is left out: {}", named(node), why), remedy);
  }

  std::optional<double> scale(const pugi::xml_node& root, std::optional<double> asked);
  void walk(const pugi::xml_node& parent, const Context& context);
  void group(const pugi::xml_node& node, Context context);
  void shape(const pugi::xml_node& node, const Context& context);
  std::optional<std::vector<Outline>> outlines(const pugi::xml_node& node);
  std::optional<std::vector<Outline>> rectangle(const pugi::xml_node& node);
  // The transform attribute joined to the context's; nothing, and said so, when it cannot be read.
  std::optional<Transform> placed(const pugi::xml_node& node, const Transform& outer);

  Lines lines_;
  std::string file_;
  Issues& issues_;
  DrawnPlan plan_;
  std::size_t elements_ = 0;
  std::optional<base::Error> refused_;
};

std::optional<std::array<double, 4>> view_box(const pugi::xml_node& root) {
  const auto box = parse_numbers(root.attribute("viewBox").value());
  if (!box || box->size() != 4 || (*box)[2] <= 0 || (*box)[3] <= 0) return std::nullopt;
  return std::array{(*box)[0], (*box)[1], (*box)[2], (*box)[3]};
}

// Metres of the building in one unit of the drawing. A drawing whose own size is in metres is as large as the building.
std::optional<double> Drawing::scale(const pugi::xml_node& root, std::optional<double> asked) {
  if (asked) return asked;
  if (const pugi::xml_attribute said = root.attribute("data-metres-per-unit")) {
    const auto numbers = parse_numbers(said.value());
    if (numbers && numbers->size() == 1 && numbers->front() > 0) return numbers->front();
    refused_ = base::Error{fmt::format("{}: data-metres-per-unit=\"{}\" is no scale", file_, said.value()),
                           "Write a number of metres above 0, as data-metres-per-unit=\"0.1\"."};
    return std::nullopt;
  }
  const auto width = parse_length(root.attribute("width").value());
  const auto box = view_box(root);
  if (!box) return parse_length("1")->paper_metres * kDefaultScale;
  if (!width || width->number <= 0) {
    refused_ = base::Error{fmt::format("{}: the drawing says no width in mm, cm, m, px or in, so its scale is unknown", file_),
                           "Give it one (in Inkscape: File > Document Properties), or name the scale with --scale METRES_PER_UNIT."};
    return std::nullopt;
  }
  double paper = width->paper_metres / (*box)[2];
  // Where width and height do not fit the viewBox, the smaller scale holds (preserveAspectRatio).
  if (const auto height = parse_length(root.attribute("height").value()); height && height->number > 0)
    paper = std::min(paper, height->paper_metres / (*box)[3]);
  return width->unit == "m" ? paper : paper * kDefaultScale;
}

bool is_layer(const pugi::xml_node& node) { return std::string_view(node.attribute("inkscape:groupmode").value()) == "layer"; }

base::Result<DrawnPlan> Drawing::read(const pugi::xml_node& root, std::optional<double> asked_scale) {
  const auto metres = scale(root, asked_scale);
  if (!metres) return tl::make_unexpected(*refused_);
  plan_.metres_per_unit = *metres;
  Context context;
  context.to_metres = {*metres, 0, 0, *metres, 0, 0};
  if (const auto box = view_box(root)) context.to_metres = after(context.to_metres, {1, 0, 0, 1, -(*box)[0], -(*box)[1]});
  walk(root, context);
  if (refused_) return tl::make_unexpected(*refused_);
  if (!root.find_node(is_layer)) {
    return base::fail(file_ + ": the drawing has no layers, so no floors: Inkscape leaves them out of what it saves as Plain SVG or Optimized SVG",
                      "Draw each floor in a layer of its own and save the drawing as Inkscape SVG (File > Save As).");
  }
  return std::move(plan_);
}

std::optional<Transform> Drawing::placed(const pugi::xml_node& node, const Transform& outer) {
  const auto own = parse_transform(node.attribute("transform").value());
  if (own) return after(outer, *own);
  leave_out(node, fmt::format("its transform \"{:.60}\" cannot be read", std::string_view(node.attribute("transform").value())),
            "Use matrix, translate, scale, rotate, skewX or skewY with finite numbers.");
  return std::nullopt;
}

void Drawing::walk(const pugi::xml_node& parent, const Context& context) {
  constexpr std::array<std::string_view, 6> kNoDrawing{"", "defs", "metadata", "title", "desc", "style"};
  constexpr std::array<std::string_view, 4> kShapes{"rect", "polygon", "polyline", "path"};
  if (context.depth > kDeepest && !refused_) {
    refused_ = base::Error{fmt::format("{}: groups are nested more than {} deep", file_, kDeepest),
                           "Ungroup the drawing (in Inkscape: Object > Ungroup) and try again."};
  }
  for (const pugi::xml_node& node : parent.children()) {
    if (refused_) return;
    if (node.type() != pugi::node_element) continue;
    if (++elements_ > kMostElements) {
      refused_ = base::Error{fmt::format("{}: the drawing has more than {} elements", file_, kMostElements),
                             "Delete what is no part of the plan, such as hatching and furniture."};
      return;
    }
    const std::string_view name = element_name(node);
    if (std::find(kNoDrawing.begin(), kNoDrawing.end(), name) != kNoDrawing.end()) continue;
    if (name == "g") {
      group(node, context);
    } else if (std::find(kShapes.begin(), kShapes.end(), name) != kShapes.end()) {
      shape(node, context);
    } else {
      leave_out(node, fmt::format("{} is no outline of a room", name), kCanImport);
    }
  }
}

bool is_floor_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

// A layer is a floor; layers within a layer, and groups, only group.
void Drawing::group(const pugi::xml_node& node, Context context) {
  ++context.depth;
  const auto moved = placed(node, context.to_metres);
  if (!moved) return;
  context.to_metres = *moved;
  if (is_layer(node) && !context.floor) {
    const std::string label = node.attribute("inkscape:label").value();
    if (!is_floor_id(label)) {
      leave_out(node, fmt::format("the layer's name \"{:.60}\" cannot be a floor's id", label),
                "Rename the layer with small letters, digits, - and _, as ground or first-floor.");
      return;
    }
    const auto same = std::find_if(plan_.floors.begin(), plan_.floors.end(), [&](const DrawnFloor& floor) { return floor.id == label; });
    context.floor = static_cast<std::size_t>(same - plan_.floors.begin());
    if (same == plan_.floors.end()) plan_.floors.push_back({label, std::nullopt, place(node), {}});
    if (const auto level = parse_numbers(node.attribute("data-level").value()); level && level->size() == 1 && std::abs(level->front()) <= 99) {
      plan_.floors[*context.floor].level = static_cast<int>(level->front());
    }
  }
  walk(node, context);
}

std::optional<std::vector<Outline>> Drawing::rectangle(const pugi::xml_node& node) {
  const auto length = [&](const char* name) {
    const std::string_view text = node.attribute(name).value();
    const auto read = parse_length(text.empty() ? "0" : text);
    // Lengths with a unit are of the paper; in a drawing that has its own units nobody writes them.
    return read && (read->unit.empty() || read->unit == "px") ? std::optional<double>(read->number) : std::nullopt;
  };
  const auto x = length("x");
  const auto y = length("y");
  const auto width = length("width");
  const auto height = length("height");
  if (!x || !y || !width || !height || *width <= 0 || *height <= 0) return std::nullopt;
  if (node.attribute("rx") || node.attribute("ry")) {
    issues_.warn(place(node), fmt::format("{} has rounded corners, which become square", named(node)), "Nothing needs to be done.");
  }
  return std::vector<Outline>{
      {{*x, *y}, {{{}, {}, {*x + *width, *y}, false}, {{}, {}, {*x + *width, *y + *height}, false}, {{}, {}, {*x, *y + *height}, false}}}};
}

std::optional<std::vector<Outline>> Drawing::outlines(const pugi::xml_node& node) {
  const std::string_view name = element_name(node);
  if (name == "rect") return rectangle(node);
  if (name == "path") return parse_path(node.attribute("d").value());
  const auto numbers = parse_numbers(node.attribute("points").value());
  if (!numbers || numbers->size() < 6 || numbers->size() % 2 != 0) return std::nullopt;
  Outline outline{{(*numbers)[0], (*numbers)[1]}, {}};
  for (std::size_t i = 2; i < numbers->size(); i += 2) outline.sides.push_back({{}, {}, {(*numbers)[i], (*numbers)[i + 1]}, false});
  return std::vector<Outline>{std::move(outline)};
}

void Drawing::shape(const pugi::xml_node& node, const Context& context) {
  if (!context.floor)
    return leave_out(node, "it is in no layer, so its floor is unknown",
                     "Move it into the layer of its floor (in Inkscape: Layer > Move Selection to Layer).");
  if (std::string_view(node.attribute("id").value()).empty() && std::string_view(node.attribute("inkscape:label").value()).empty())
    return leave_out(node, "no room is known by it", "Give it the id of its room (in Inkscape: Object > Object Properties).");
  const auto to_metres = placed(node, context.to_metres);
  if (!to_metres) return;
  const auto drawn = outlines(node);
  if (!drawn || drawn->empty()) return leave_out(node, "its numbers cannot be read", "Draw it anew, or simplify it (in Inkscape: Path > Simplify).");
  if (drawn->size() > 1)
    return leave_out(node, fmt::format("it has {} separate outlines; a room is one, without holes", drawn->size()),
                     "Break it apart (in Inkscape: Path > Break Apart) and keep one.");
  auto corners = flatten(drawn->front(), *to_metres, kFlattenMetres, kMostCorners);
  if (!corners) {
    return leave_out(node, fmt::format("it has more than {} corners or lies more than {} m away", kMostCorners, kFarthestMetres),
                     "Simplify it (in Inkscape: Path > Simplify), or correct the scale.");
  }
  if (model::triangulate(*corners).empty() || model::area(*corners) < 0.01)
    return leave_out(node, "its outline crosses itself or has no inside", "Draw its corners in the order in which you would walk round it.");
  plan_.floors[*context.floor].shapes.push_back(
      {node.attribute("id").value(), node.attribute("inkscape:label").value(), node.attribute("data-kind").value(), place(node), std::move(*corners)});
}

}  // namespace

base::Result<DrawnPlan> read_svg_plan(std::string_view bytes, const std::string& file, std::optional<double> metres_per_unit, Issues& issues) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\x1F\x8B"))
    return base::fail(file + ": the drawing is compressed", std::string(kSaveAs));
  // Entities of its own are how a small file becomes gigabytes; no plan needs one.
  if (bytes.find("<!ENTITY") != std::string_view::npos)
    return base::fail(file + ": the drawing defines XML entities, which are not read",
                      std::string(kSaveAs));
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) {
    const auto [line, column] = Lines(bytes).at(parsed.offset);
    return base::fail(fmt::format("{}:{}:{}: this is no XML: {}", file, line, column, parsed.description()),
                      std::string(kSaveAs));
  }
  const pugi::xml_node root = document.document_element();
  if (element_name(root) != "svg") return base::fail(file + ": this is no SVG drawing", "Name the plan's SVG file.");
  return Drawing(bytes, file, issues).read(root, metres_per_unit);
}

}  // namespace kiosk::content
