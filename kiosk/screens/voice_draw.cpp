#include <algorithm>
#include <cmath>

#include "screens/parts.h"
#include "ui/widgets.h"

namespace kiosk::screens {
namespace {

using ui::Frame;
using ui::Rect;

constexpr base::Milliseconds kLevelStep{50};

// Fills from below. The ear hears ratios: the root shows a quiet voice too.
void draw_level(Frame& frame, Rect bar, float level) {
  const ui::Theme& theme = frame.theme();
  const float radius = bar.width / 2;
  frame.fill(bar, ui::mix(theme.ground, theme.accent, 0.2), radius);
  if (theme.high_contrast) frame.outline(bar, theme.outline, frame.metrics().outline, radius);
  // With reduced motion a full bar says that something is heard.
  const float share = frame.reduced_motion() ? 1 : std::sqrt(std::clamp(level, 0.0F, 1.0F));
  const float height = std::max(bar.width, std::round(bar.height * share));
  frame.fill({bar.x, bar.bottom() - height, bar.width, height}, theme.accent, radius);
  if (!frame.reduced_motion()) frame.want_frame_at(frame.now() + kLevelStep);
}

}  // namespace

float draw_voices(Frame& frame, Rect area, float y, const std::vector<VoiceControl>& voices, float level, Intents& intents) {
  const ui::Metrics& m = frame.metrics();
  const float start = y;
  for (const VoiceControl& voice : voices) {
    y += m.gap;
    ui::ButtonLook look;
    look.icon = voice.playing ? "stop" : "listen";
    look.selected = voice.playing;
    look.role = ui::Role::toggle;
    const float height = std::max(ui::button_size(frame, voice.label, look).height, m.px(88));
    const float bar = voice.playing ? m.px(24) : 0;
    const Rect button{area.x, y, area.width - (voice.playing ? bar + m.gap : 0), height};
    if (ui::button(frame, voice.id, button, voice.label, look)) intents.emplace_back(session::intent::ToggleVoice{voice.language});
    if (voice.playing) draw_level(frame, {area.right() - bar, y, bar, height}, level);
    y += height;
  }
  return y - start;
}

}  // namespace kiosk::screens
