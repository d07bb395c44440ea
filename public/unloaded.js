// Read before all else of the page, under a name that stays. A page that a proxy has kept from a version before asks for scripts that
// are gone (docs/hosting.md): then nothing else is there to say so, in either language, and to ask for it past the proxy.
addEventListener(
  "error",
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    const [what, anew] = navigator.language.startsWith("zh")
      ? ["本页面无法打开：网络已断开，或已有新版本取代了它。", "重新加载页面"]
      : ["This page could not be opened: the network is away, or a newer version has taken its place.", "Load the page anew"];
    const link = Object.assign(document.createElement("a"), { textContent: anew, href: `?anew=${Date.now()}${location.hash}` });
    const alert = document.createElement("p");
    alert.setAttribute("role", "alert");
    alert.append(what, " ", link);
    const show = () => document.getElementById("page").replaceChildren(alert);
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show);
    else show();
  },
  true,
);
