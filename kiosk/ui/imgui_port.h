// The few calls that differ between Dear ImGui 1.86 (Debian 12), 1.90 (Debian 13) and later, in one place.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace kiosk::ui {

inline ImTextureID texture_id(unsigned texture) {
#if IMGUI_VERSION_NUM >= 19140
  return static_cast<ImTextureID>(texture);
#else
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture));
#endif
}

}  // namespace kiosk::ui
