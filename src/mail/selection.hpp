// Which parts of a message make up what its reader sees, and which are attached to it.
#pragma once

#include <string_view>
#include <vector>

#include "mail/document.hpp"
#include "mail/mime.hpp"

namespace dsk::mail {

// Indices of the parts that are judged, all of one type and in order; empty where there is none.
// More than one where a client cut the text around a picture.
std::vector<std::size_t> judged_parts(std::string_view bytes, const Message& message);

std::vector<Attachment> attachments_of(const Message& message,
                                       const std::vector<std::size_t>& judged);

}  // namespace dsk::mail
