#include "app/tree.h"

#include <cmath>

#include "base/file.h"
#include "base/json.h"
#include "base/log.h"

namespace kiosk::app {
namespace {

base::Json describe_nodes(const ui::Frame& frame) {
  base::Json nodes = base::Json::array();
  for (const ui::Node& node : frame.nodes()) {
    if (node.rect.empty()) continue;
    base::Json one;
    one["id"] = node.id;
    one["role"] = ui::name(node.role);
    one["label"] = node.label;
    const auto whole = [](float value) { return static_cast<int>(std::lround(value)); };
    one["rect"] = {whole(node.rect.x), whole(node.rect.y), whole(node.rect.width), whole(node.rect.height)};
    one["enabled"] = node.enabled;
    if (node.selected) one["selected"] = true;
    nodes.push_back(std::move(one));
  }
  return nodes;
}

std::string_view screen_name(const screens::ScreenView& view) { return session::id(view.place.screen); }

}  // namespace

std::string describe_frame(const ui::Frame& frame, const screens::ScreenView& view, base::Size window, std::uint64_t frame_number) {
  base::Json tree;
  tree["screen"] = screen_name(view);
  if (!view.place.subject.empty()) tree["subject"] = view.place.subject;
  tree["language"] = base::code(view.language);
  tree["direction"] = base::direction(view.language) == base::Direction::right_to_left ? "rtl" : "ltr";
  tree["size"] = {static_cast<int>(window.width), static_cast<int>(window.height)};
  tree["frame"] = frame_number;
  tree["nodes"] = describe_nodes(frame);
  return tree.dump(1, ' ', false, base::Json::error_handler_t::replace) + "\n";
}

void TreeFile::update(const ui::Frame& frame, const screens::ScreenView& view, base::Size window, std::uint64_t frame_number) {
  std::string now = describe_frame(frame, view, window, 0);
  if (now == last_) return;
  const auto written = base::write_file_atomically(path_, describe_frame(frame, view, window, frame_number), base::Durability::replace_only);
  if (!written && !failed_) base::log_error(written.error().message);
  failed_ = !written;
  last_ = std::move(now);
}

}  // namespace kiosk::app
