// Hands the sign-in library's forms what the page says, without a script written into the page.
document.querySelectorAll('[data-security-key]').forEach(function (place) {
  const forms = window.allauth.webauthn.forms
  forms[place.dataset.securityKey]({
    ids: JSON.parse(place.dataset.ids),
    data: JSON.parse(place.dataset.options)
  })
})
