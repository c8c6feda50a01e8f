;;; deskside.el --- look over a support mail before it is sent  -*- lexical-binding: t -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: mail
;; SPDX-License-Identifier: MIT OR GPL-3.0-or-later

;;; Commentary:

;; (deskside-setup) asks before a mail that deserves another look is sent, in message-mode and all
;; modes that stand on it (notmuch, mu4e, Gnus), and underlines while you write.  A fault of
;; deskside never keeps a mail.

;;; Code:

(require 'message)
(require 'flymake)
(require 'json)
(require 'subr-x)

(defgroup deskside nil "Manners for support mail." :group 'message)

(defcustom deskside-program "deskside" "The deskside command." :type 'string)

(defcustom deskside-arguments nil
  "More options for the check, such as (\"--profile\" \"hand-holding\")."
  :type '(repeat string))

(defcustom deskside-limit 5 "Seconds after which a mail goes unchecked." :type 'number)

(defcustom deskside-underline t "Whether to underline while writing." :type 'boolean)

;;;; The mail, as deskside reads it

(defun deskside--attachments ()
  "The names of the files that MML tags attach."
  (save-excursion
    (goto-char (point-min))
    (let (names)
      (while (re-search-forward "^<#part [^>]*filename=\\(\"[^\">]+\\|[^\" >]+\\)" nil t)
        (push (file-name-nondirectory (string-trim-left (match-string-no-properties 1) "\""))
              names))
      names)))

(defun deskside--insert-mail (draft)
  "Insert the mail of DRAFT; its body keeps its length, so that offsets hold."
  (let (head body names)
    (with-current-buffer draft
      (save-excursion
        (save-restriction
          (widen)
          (message-goto-body)
          (setq body (buffer-substring-no-properties (point) (point-max))
                names (deskside--attachments))
          (goto-char (point-min))
          (setq head (buffer-substring-no-properties
                      (point-min)
                      (if (re-search-forward
                           (concat "^" (regexp-quote mail-header-separator) "\n") nil t)
                          (match-beginning 0)
                        (point-min)))))))
    ;; Tags of MML are not words: blanks take their place.
    (setq body (replace-regexp-in-string
                "^<#/?\\(part\\|multipart\\|secure\\|mml\\|external\\)[^>\n]*>"
                (lambda (tag) (make-string (length tag) ?\s)) body))
    (insert head)
    (if (null names)
        (insert "\n" body)
      (insert "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=-deskside\"\n\n"
              "--=-deskside\nContent-Type: text/plain; charset=utf-8\n\n" body "\n")
      (dolist (name names)
        (insert "--=-deskside\nContent-Type: application/octet-stream\n"
                "Content-Disposition: attachment; filename=\"" name "\"\n\n\n"))
      (insert "--=-deskside--\n"))))

(defun deskside--incoming (draft)
  "The message that DRAFT answers, as a string, or nil."
  (with-current-buffer draft
    (cond
     ((and (boundp 'message-reply-buffer) (buffer-live-p message-reply-buffer))
      (with-current-buffer message-reply-buffer
        (buffer-substring-no-properties (point-min) (point-max))))
     ((and (derived-mode-p 'notmuch-message-mode) (executable-find "notmuch"))
      (let ((id (message-fetch-field "In-Reply-To")))
        (when (and id (string-match "<\\([^>]+\\)>" id))
          (with-temp-buffer
            (when (eql 0 (call-process "notmuch" nil '(t nil) nil "show" "--format=raw"
                                       (concat "id:" (match-string 1 id))))
              (buffer-string)))))))))

;;;; Running the check

(defun deskside--start (draft done &rest options)
  "Look over DRAFT with OPTIONS; call DONE with the exit status and the output."
  (let* ((incoming (deskside--incoming draft))
         (file (and incoming (make-temp-file "deskside")))
         (output (generate-new-buffer " *deskside output*"))
         (coding-system-for-write 'utf-8-unix)
         (coding-system-for-read 'utf-8-unix)
         (leave (lambda () (when file (delete-file file)) (kill-buffer output)))
         (process nil))
    (when file (write-region incoming nil file nil 'quiet))
    (setq process
          (condition-case problem
              (make-process
               :name "deskside" :buffer output :noquery t :connection-type 'pipe
               :stderr (get-buffer-create " *deskside errors*")
               :command (append (list deskside-program "check" "--label" "this mail")
                                options deskside-arguments
                                (and file (list "--incoming" file)) (list "-"))
               :sentinel
               (lambda (process _event)
                 (when (memq (process-status process) '(exit signal))
                   (let ((status (and (eq (process-status process) 'exit)
                                      (process-exit-status process)))
                         (text (with-current-buffer output (buffer-string))))
                     (funcall leave)
                     (funcall done status text)))))
            ;; What they wrote stays in no file where the program is not there.
            (error (funcall leave) (signal (car problem) (cdr problem)))))
    (with-temp-buffer
      (deskside--insert-mail draft)
      (process-send-region process (point-min) (point-max)))
    (process-send-eof process)
    process))

(defun deskside--check (draft)
  "Look over DRAFT; return (STATUS . TEXT), STATUS nil for a fault of deskside."
  (condition-case problem
      (let* ((result nil)
             (process (deskside--start draft (lambda (status text) (setq result (cons status text)))))
             (end (+ (float-time) deskside-limit)))
        (while (and (not result) (< (float-time) end))
          (accept-process-output process 0.05))
        (unless result (delete-process process))
        (or result (cons nil "it took too long")))
    (error (cons nil (error-message-string problem)))))

;;;; Findings

(defvar-local deskside--draft nil "The buffer that the findings are about.")

(defun deskside-visit ()
  "Go to the line of the mail that the finding at point is about."
  (interactive)
  (beginning-of-line)
  (unless (looking-at " *\\([0-9]+\\) | ") (user-error "No finding on this line"))
  (let ((line (string-to-number (match-string 1))))
    (pop-to-buffer deskside--draft)
    ;; With attachments, the mail as it was read has five lines of MIME more.
    (when (deskside--attachments) (setq line (- line 5)))
    (goto-char (point-min))
    (forward-line (1- line))))

(define-derived-mode deskside-findings-mode special-mode "Deskside"
  "What deskside found: RET goes to the words."
  (define-key deskside-findings-mode-map (kbd "RET") #'deskside-visit))

(defun deskside--show (draft text)
  "Show TEXT, the findings about DRAFT."
  (with-current-buffer (get-buffer-create "*Deskside*")
    (let ((inhibit-read-only t))
      (erase-buffer)
      (insert text)
      (goto-char (point-min)))
    (deskside-findings-mode)
    (setq deskside--draft draft)
    (display-buffer (current-buffer))))

;;;###autoload
(defun deskside-check ()
  "Look over the mail in this buffer now."
  (interactive)
  (let ((result (deskside--check (current-buffer))))
    (if (car result)
        (deskside--show (current-buffer) (cdr result))
      (message "deskside: %s" (cdr result)))))

;;;###autoload
(defun deskside-before-send ()
  "Ask before a mail that deserves another look is sent."
  (unless noninteractive
    (let ((result (deskside--check (current-buffer))))
      (pcase (car result)
        (0 nil)
        (1 (deskside--show (current-buffer) (cdr result))
           (unless (yes-or-no-p "Worth another look; send it as it is? ")
             (user-error "Not sent: see *Deskside* (M-x deskside-check looks again)"))
           (when-let ((window (get-buffer-window "*Deskside*"))) (quit-window nil window)))
        (_ (message "deskside could not look at this mail, so it goes unchecked")
           (sit-for 1))))))

;;;; Underlines while writing

(defvar-local deskside--process nil)
(defvar-local deskside--turn nil "Tells the check that is under way from those before it.")

(defun deskside--diagnostics (draft json)
  "Flymake's view of the findings in JSON about DRAFT."
  (with-current-buffer draft
    (save-excursion
      (save-restriction
        (widen)
        (message-goto-body)
        (let ((start (point))
              (message (aref (alist-get 'messages (json-parse-string json :object-type 'alist)) 0)))
          (delq nil
                (mapcar
                 (lambda (finding)
                   (let ((begin (+ start (alist-get 'begin finding)))
                         (end (+ start (alist-get 'end finding)))
                         (level (alist-get 'level finding)))
                     (when (and (< begin end) (<= end (point-max))
                                (equal (alist-get 'part finding) "body")
                                (not (equal level "coach")))
                       (flymake-make-diagnostic
                        draft begin end
                        (if (equal level "suggestion") :note :warning)
                        (alist-get 'message finding)))))
                 (alist-get 'findings message))))))))

(defun deskside-flymake (report &rest _)
  "A Flymake backend: REPORT what is worth another look."
  (setq deskside--turn nil)
  (when (process-live-p deskside--process) (delete-process deskside--process))
  (let ((draft (current-buffer))
        (turn (list 'turn)))
    (setq deskside--turn turn
          deskside--process
          (deskside--start
           draft
           (lambda (status json)
             (when (and (buffer-live-p draft)
                        (eq turn (buffer-local-value 'deskside--turn draft)))
               (funcall report (and (memq status '(0 1)) (deskside--diagnostics draft json)))))
           "--format" "json" "--offset-unit" "codepoints"))))

(defun deskside--begin ()
  "Underline in this buffer."
  (when deskside-underline
    (add-hook 'flymake-diagnostic-functions #'deskside-flymake nil t)
    (flymake-mode 1)))

;;;###autoload
(defun deskside-setup ()
  "Look mails over before they are sent, and underline while they are written."
  (add-hook 'message-send-hook #'deskside-before-send)
  (add-hook 'message-mode-hook #'deskside--begin))

(provide 'deskside)
;;; deskside.el ends here
