; Installer of Cầu Nối for one Windows user, without administrator rights and
; without the internet. Built by build/scripts/windows.sh, which defines:
;   VERSION  "0.1.0"     PROGRAM  path of caunoi.exe     OUTPUT  path of the installer
;
; Three rules hold here and are checked by build/scripts/check-installer.sh:
;   * the data folder (%LOCALAPPDATA%\CauNoiDuLieu) is never written or deleted;
;   * nothing is deleted recursively: a person may choose D:\ as the folder;
;   * the web view runtime is taken from a file beside the installer, and its
;     exit code decides whether the installation goes on.

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "LogicLib.nsh"

!define PRODUCT "Cầu Nối"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\CauNoi"
!define WEBVIEW_KEY "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define WEBVIEW_SETUP "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"

Name "${PRODUCT}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\CauNoi"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
ShowInstDetails show
ShowUninstDetails show
BrandingText "${PRODUCT} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${PRODUCT}"
VIAddVersionKey "CompanyName" "${PRODUCT}"
VIAddVersionKey "FileDescription" "Bộ cài đặt ${PRODUCT}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "${PRODUCT}"

!define MUI_ICON "..\icon.ico"
!define MUI_UNICON "..\icon.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN "$INSTDIR\caunoi.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Cầu Nối cần Windows 10 trở lên. Máy này dùng phiên bản Windows cũ hơn nên không cài được." /SD IDOK
    SetErrorLevel 64
    Quit
  ${EndIf}
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "Cầu Nối cần Windows 64 bit. Máy này là 32 bit nên không cài được." /SD IDOK
    SetErrorLevel 65
    Quit
  ${EndIf}
FunctionEnd

; Leaves the version of the web view runtime in $0, "" when there is none.
; Machine-wide and per-user installations are both good.
Function FindWebView
  SetRegView 64
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW_KEY}" "pv"
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    ReadRegStr $0 HKCU "Software\${WEBVIEW_KEY}" "pv"
  ${EndIf}
  ${If} $0 == "0.0.0.0"
    StrCpy $0 ""
  ${EndIf}
FunctionEnd

Section "-WebView"
  Call FindWebView
  ${If} $0 != ""
    DetailPrint "WebView2 đã có trên máy (phiên bản $0)."
    Goto done
  ${EndIf}
  IfFileExists "$EXEDIR\${WEBVIEW_SETUP}" have_setup
    MessageBox MB_OK|MB_ICONEXCLAMATION "Máy này chưa có WebView2 của Microsoft nên chương trình chưa chạy được.$\r$\n$\r$\nHãy chép tệp ${WEBVIEW_SETUP} vào cùng thư mục với bộ cài này rồi chạy lại bộ cài." /SD IDOK
    SetErrorLevel 66
    Abort "Thiếu ${WEBVIEW_SETUP}. Chưa cài gì lên máy."
  have_setup:
  DetailPrint "Đang cài WebView2 từ tệp đi kèm, có thể mất vài phút…"
  ClearErrors
  ExecWait '"$EXEDIR\${WEBVIEW_SETUP}" /silent /install' $1
  ${If} ${Errors}
    StrCpy $1 "không chạy được"
  ${EndIf}
  Call FindWebView
  ${If} $0 == ""
    MessageBox MB_OK|MB_ICONSTOP "Cài WebView2 không thành công (mã $1).$\r$\n$\r$\nHãy kiểm tra tệp ${WEBVIEW_SETUP} có chép đủ không, hoặc nhờ người quản trị máy chạy tệp đó, rồi chạy lại bộ cài." /SD IDOK
    SetErrorLevel 67
    Abort "Cài WebView2 không thành công (mã $1). Chưa cài gì lên máy."
  ${EndIf}
  DetailPrint "Đã cài WebView2 (phiên bản $0)."
  done:
SectionEnd

Section "-Program"
  SetShellVarContext current
  SetOutPath "$INSTDIR"
  again:
  ClearErrors
  SetOverwrite try
  File "/oname=caunoi.exe" "${PROGRAM}"
  ${If} ${Errors}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Cầu Nối đang mở hoặc thư mục không ghi được.$\r$\n$\r$\nHãy đóng chương trình rồi bấm Thử lại." /SD IDCANCEL IDRETRY again
    SetErrorLevel 68
    Abort "Không ghi được caunoi.exe. Bản cũ được giữ nguyên."
  ${EndIf}
  WriteUninstaller "$INSTDIR\go-cai-dat.exe"
  CreateShortcut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\caunoi.exe"
  CreateShortcut "$DESKTOP\${PRODUCT}.lnk" "$INSTDIR\caunoi.exe"

  SetRegView 64
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\caunoi.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\go-cai-dat.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  DetailPrint "Dữ liệu của cơ quan nằm ở $LOCALAPPDATA\CauNoiDuLieu và không bị bộ cài đụng tới."
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  again:
  ClearErrors
  Delete "$INSTDIR\caunoi.exe"
  ${If} ${Errors}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Cầu Nối đang mở. Hãy đóng chương trình rồi bấm Thử lại." /SD IDCANCEL IDRETRY again
    SetErrorLevel 68
    Abort "Chưa gỡ: caunoi.exe đang mở."
  ${EndIf}
  Delete "$INSTDIR\go-cai-dat.exe"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  Delete "$DESKTOP\${PRODUCT}.lnk"
  ; Goes away only when empty: anything else in it is not ours.
  RMDir "$INSTDIR"
  SetRegView 64
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DetailPrint "Đã gỡ chương trình. Dữ liệu ở $LOCALAPPDATA\CauNoiDuLieu được giữ nguyên."
SectionEnd
