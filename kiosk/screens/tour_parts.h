// Drawn parts of guided tours that several screens share. Each lays out once to measure and once to draw: `draws`; returns its height.
#pragma once

#include <string_view>
#include <vector>

#include "screens/draw.h"
#include "screens/tour_words.h"

namespace kiosk::screens {

// Icons with their words, in a row that wraps.
float draw_tour_marks(ui::Frame& frame, ui::Rect area, std::string_view id, const std::vector<TourMark>& marks, bool draws);
// The card of a tour of one's own; 0 where there is nothing to say.
float draw_own_tour(ui::Frame& frame, ui::Rect area, const OwnTourView& view, Intents& intents);
// A ticket where it is listed: a touch shows it.
float ticket_card_height(ui::Frame& frame, const TicketCard& card, float width);
void draw_ticket_card(ui::Frame& frame, ui::Rect rect, const TicketCard& card, Intents& intents);

}  // namespace kiosk::screens
