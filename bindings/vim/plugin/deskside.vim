" Looks a mail over whenever it is written. `let g:loaded_deskside = 1` in a vimrc leaves only
" `:compiler deskside` and `:make`.
if exists('g:loaded_deskside')
  finish
endif
let g:loaded_deskside = 1

" The list stands below the mail, where there is something in it, and the cursor stays in the mail.
function! s:look() abort
  compiler deskside
  silent make!
  botright cwindow
  if &buftype ==# 'quickfix'
    wincmd p
  endif
  redraw!
endfunction

function! s:ours() abort
  return getqflist({'title': 0}).title =~# '^:deskside'
endfunction

augroup deskside
  autocmd!
  autocmd BufWritePost * if &filetype ==# 'mail' | call s:look() | endif
  " The list alone is no reason to stay: :wq in the mail leaves.
  autocmd WinEnter * if winnr('$') == 1 && &buftype ==# 'quickfix' && s:ours() | quit | endif
augroup END
