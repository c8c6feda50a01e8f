" Vim compiler file: deskside looks the mail in the buffer over; findings go to the quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'deskside'

if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif

CompilerSet makeprg=deskside\ check\ --format\ gcc\ --suggest\ %:S
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m,%-G%.%#
