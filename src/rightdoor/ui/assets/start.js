// Runs before the page is drawn: says that there is a script, so that nothing jumps later.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
